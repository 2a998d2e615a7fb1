import { describe, expect, test } from 'vitest'
import { BROWSERS, useBareBrowser } from './launch.ts'
import type { TestPage } from './test-page.ts'

const body = (html: string, style = ''): string =>
  `<!doctype html><html lang="en"><title>A page</title><style>${style}</style><body style="font:20px/1.5 sans-serif">${html}</body></html>`

/** Stands for a style: a document without a doctype. */
const QUIRKS = '/* quirks */'

const VIEWPORT = { width: 800, height: 600 }

/** Moves the pointer to the middle of a mark, as a hand does: from below, in small steps. */
async function pointAt({ page, call }: TestPage, text: string): Promise<{ x: number; y: number }> {
  const [line] = await call('linesOf', text)
  if (line === undefined) throw new Error(`${text} is not marked`)
  const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2]
  await page.mouse.move(x - 8, Math.min(y + 30, VIEWPORT.height - 1))
  await page.mouse.move(x, y, { steps: 4 })
  return { x, y }
}

/** Runs in the page. */
const readMarkup = (): string => document.documentElement.outerHTML

describe.each(BROWSERS)('in %s', (name) => {
  const open = useBareBrowser(name)

  test('a card opens for a pointer that stays, can be entered, and leaves nothing behind', async () => {
    const page = await open(
      body('<p>Here is Vladimir Norov.</p><p style="margin-top:300px">And that is all.</p>'),
    )
    const before = await page.inPage(readMarkup)
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await pointAt(page, 'Vladimir Norov')
    const card = await page.until('card', [], (each) => each !== null)
    expect(card?.text).toBe('Vladimir Norov')
    const [line] = await page.call('linesOf', 'Vladimir Norov')
    expect(card?.top).toBeGreaterThanOrEqual(line?.bottom ?? Infinity)
    // On the way, past the grace time: in the card it stays open.
    await page.page.mouse.move((card?.left ?? 0) + 100, (card?.top ?? 0) + 60, { steps: 8 })
    await page.page.mouse.move((card?.left ?? 0) + 120, (card?.top ?? 0) + 70, { steps: 20 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await page.call('card')).toMatchObject({ text: 'Vladimir Norov' })
    await page.page.mouse.move(700, 560, { steps: 5 })
    await page.until('card', [], (each) => each === null)
    expect(await page.inPage(readMarkup)).toBe(before)
    expect(await page.call('opened')).toEqual(['Vladimir Norov'])
    // What the card shows could be fetched while the pointer rested.
    expect(await page.call('aimed')).toContain('Vladimir Norov')
    await page.close()
  })

  test('no card opens for a pointer that crosses the text, nor for one that the page’s scripts make up', async () => {
    const page = await open(body('<p>Vladimir Norov, ITU and the United Nations</p><p>Code of Conduct</p>'))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 4)
    const [line] = await page.call('linesOf', 'Vladimir Norov')
    const y = (line?.top ?? 0) + 10
    await page.page.mouse.move(790, y)
    await page.page.mouse.move(2, y, { steps: 12 })
    await page.page.mouse.move(400, 500, { steps: 3 })
    // The page has the pointer dispatched by its own scripts: such events are not the reader's.
    await page.inPage(() => {
      const target = document.querySelector('p')
      for (let count = 0; count < 20; count++)
        target?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 20, clientY: 40 }))
    })
    await pointAt(page, 'Code of Conduct')
    await page.until('card', [], (each) => each !== null)
    expect(await page.call('opened')).toEqual(['Code of Conduct'])
    await page.close()
  })

  test('Escape closes the card and stays from the page; without a card it is the page’s', async () => {
    const page = await open(body('<p>ITU</p>'))
    await page.inPage(() => {
      document.addEventListener('keydown', ({ key }) => document.body.setAttribute('data-key', key))
    })
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await pointAt(page, 'ITU')
    await page.until('card', [], (each) => each !== null)
    await page.page.keyboard.press('Escape')
    await page.until('card', [], (each) => each === null)
    expect(await page.inPage(() => document.body.dataset.key)).toBeUndefined()
    await page.page.keyboard.press('Escape')
    expect(await page.inPage(() => document.body.dataset.key)).toBe('Escape')
    await page.close()
  })

  test('a card opened by key stays until it is closed', async () => {
    const page = await open(body('<p style="margin-top:2000px">ITU</p>'))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    expect(await page.call('step', 1)).toBe('ITU')
    await page.call('openByKey')
    expect(await page.call('card')).toMatchObject({ text: 'ITU' })
    await page.page.mouse.move(700, 20, { steps: 3 })
    await page.page.mouse.move(720, 40, { steps: 3 })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(await page.call('card')).not.toBeNull()
    await page.page.mouse.click(720, 40)
    await page.until('card', [], (each) => each === null)
    await page.close()
  })

  test.each([
    ['at the bottom right', '<p style="position:fixed;right:0;bottom:0;margin:0">ITU</p>', ''],
    ['at the top left', '<p style="position:fixed;left:0;top:0;margin:0">ITU</p>', ''],
    ['in quirks mode', '<p style="position:fixed;bottom:0">ITU</p><p style="height:3000px">tall</p>', QUIRKS],
    [
      'where the page resets everything',
      '<p>ITU</p>',
      '* {all: unset !important; display: inline !important; left: -999px !important} div {opacity: 0 !important; transform: scale(9) !important}',
    ],
    ['where the page is zoomed', '<p style="margin:60px 200px">ITU</p>', 'html {zoom: 1.7}'],
    [
      'where the page is transformed',
      '<p style="margin:80px">ITU</p>',
      'html {transform: translate(40px, 30px); filter: blur(0)}',
    ],
    ['under a dialog', '<dialog id="d"><p>ITU</p></dialog><script>d.showModal()</script>', ''],
  ])('a card is shown in full %s, over everything', async (_where, html, style) => {
    const document = body(html, style)
    const page = await open(style === QUIRKS ? document.replace('<!doctype html>', '') : document)
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    const { x, y } = await pointAt(page, 'ITU')
    const card = await page.until('card', [], (each) => each !== null)
    const { left = -1, top = -1, right = 0, bottom = 0 } = card ?? {}
    expect(right - left).toBeCloseTo(240, 0)
    expect(bottom - top).toBeCloseTo(120, 0)
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(VIEWPORT.width)
    expect(bottom).toBeLessThanOrEqual(VIEWPORT.height)
    // Near its mark, and not on it.
    expect(Math.min(Math.abs(top - y), Math.abs(bottom - y))).toBeLessThan(60)
    expect(y > top && y < bottom && x > left && x < right).toBe(false)
    expect(await page.call('onTop', (left + right) / 2, (top + bottom) / 2)).toBe(true)
    await page.close()
  })

  test('the page can neither look into the card nor find its content', async () => {
    const page = await open(body('<p>ITU</p>'))
    await page.inPage(() => {
      const events: string[] = []
      Object.assign(globalThis, { events })
      for (const type of ['click', 'pointerdown', 'copy', 'keydown'])
        document.body.parentElement?.addEventListener(type, () => events.push(type))
    })
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await pointAt(page, 'ITU')
    const card = await page.until('card', [], (each) => each !== null)
    await page.page.mouse.click((card?.left ?? 0) + 20, (card?.top ?? 0) + 20)
    const seen = await page.inPage(() => {
      const host = document.documentElement.lastElementChild
      return {
        root: host?.shadowRoot ?? null,
        text: host?.textContent,
        attributes: host?.getAttributeNames(),
        events: (globalThis as unknown as { events: string[] }).events,
      }
    })
    expect(seen).toEqual({ root: null, text: '', attributes: ['popover'], events: [] })
    await page.close()
  })
})
