import { describe, expect, test } from 'vitest'
import type { HostileView } from '../playground/hostile-gallery.tsx'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { usePlayground } from './playground.ts'

/** What the playground's page of hostile texts puts on its global (tests/playground/main.tsx). */
interface Gallery {
  readonly hostile: {
    readonly views: readonly HostileView[]
    /** One root for each text. */
    readonly show: (view: HostileView, texts: readonly string[]) => Promise<HTMLElement[]>
  }
  readonly ran?: unknown
}

/** So many at once: a frame for each of them would take minutes, and one call for all would outlast the driver's patience. */
const AT_ONCE = 25

/** These two show every field between them; the rest is of the same components, and seen in one browser. */
const EVERY_FIELD: ReadonlySet<HostileView> = new Set(['card', 'entry'])

/** What was wrong with one view of some texts. */
interface Fault {
  readonly text: string
  readonly fault: string
}

describe.each(['chromium', 'firefox'] as const)('texts of a hostile bundle, in %s', (browser) => {
  const playground = usePlayground(browser)

  test(`${HOSTILE_TEXTS.length} of them in every field: none runs, leads away, loads or leaves its place`, {
    timeout: 900_000,
  }, async () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(300)
    const page = await playground().show('hostile-gallery')
    const address = page.url().split('#')[0]
    const views = await page.evaluate(() => (globalThis as unknown as Gallery).hostile.views)
    expect(views.length).toBeGreaterThanOrEqual(8)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs += 1
      void dialog.dismiss()
    })
    for (const view of views.filter((each) => browser === 'chromium' || EVERY_FIELD.has(each)))
      for (let from = 0; from < HOSTILE_TEXTS.length; from += AT_ONCE) {
        const faults = await page.evaluate(examine, view, HOSTILE_TEXTS.slice(from, from + AT_ONCE))
        expect(faults, view).toEqual([])
      }
    expect(await page.evaluate(() => (globalThis as unknown as Gallery).ran)).toBeUndefined()
    expect(page.url().split('#')[0]).toBe(address)
    expect(dialogs).toBe(0)
    // Code of the views themselves comes from the playground's own server; Firefox draws the bullets of lists
    // with a font of its own, which it holds as a data address.
    const own = [new URL(page.url()).origin, 'data:font/woff2']
    expect(asked.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([])
  })
})

/** Runs in the page: shows each text and looks for what it has done. */
async function examine(view: HostileView, texts: readonly string[]): Promise<Fault[]> {
  const gallery = (globalThis as unknown as Gallery).hostile
  const faults: Fault[] = []
  const FORBIDDEN =
    'img, iframe, object, embed, video, audio, script, style, link, meta, base, form, marquee, template, slot'
  const TURNING = /(?![\t\n\r])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2065\uFEFF]/u
  const check = (text: string, root: HTMLElement) => {
    const tell = (fault: string) => faults.push({ text: text.slice(0, 60), fault })
    if (!root.querySelector('.card, .popup')) tell('nothing is shown')
    if (root.querySelector(FORBIDDEN)) tell('an element was made')
    for (const element of root.querySelectorAll('*')) {
      const handler = element.getAttributeNames().find((name) => /^on/i.test(name) || name === 'style')
      if (handler !== undefined) tell(`an attribute ${handler}`)
    }
    for (const link of root.querySelectorAll('a')) {
      if (link.hash.startsWith('#/') && link.origin === location.origin) continue
      const isWeb = /^https?:$/.test(link.protocol) && link.username === '' && link.password === ''
      if (!isWeb) tell(`a link to ${link.href.slice(0, 40)}`)
      if (!/noopener/.test(link.rel)) tell('a link with an opener')
    }
    if (TURNING.test(root.textContent ?? '')) tell('a character that turns what follows')
    const box = root.querySelector('.card, .popup')?.getBoundingClientRect()
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) tell(`wider than the window: ${scrollWidth}`)
    // What is cut off by an element that hides or scrolls its overflow is not seen beyond it.
    for (const element of root.querySelectorAll(
      '.card-head > *, .card-body, .card-foot, .popup-main, .popup-head, .popup-foot',
    )) {
      const { left, right } = element.getBoundingClientRect()
      if (box && (left < box.left - 1 || right > box.right + 1)) tell(`${element.className} leaves its frame`)
    }
    for (const scroller of root.querySelectorAll('.card-body, .popup-main'))
      if (scroller.scrollWidth > scroller.clientWidth + 1) tell(`${scroller.className} is too wide inside`)
  }
  const roots = await gallery.show(view, texts)
  for (const [index, text] of texts.entries()) check(text, roots[index] as HTMLElement)
  return faults
}
