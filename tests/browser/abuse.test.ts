import { describe, expect, test } from 'vitest'
import { BROWSERS, useBareBrowser } from './launch.ts'
import type { TestPage } from './test-page.ts'

/*
 * What a page may try to press what is in the card for the reader, to see into it, or to be rid of it
 * unseen. The card of the tests has one button, which counts (inside.ts).
 */

/** Sent into the page as text, with the host as `host`; what it gives back is all that the page could learn. */
const ATTEMPTS: readonly (readonly [what: string, code: string])[] = [
  ...['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick', 'auxclick', 'contextmenu'].map(
    (type) =>
      [
        `a made-up ${type} on the host`,
        `host.dispatchEvent(new PointerEvent('${type}', { bubbles: true, composed: true, cancelable: true, clientX: 60, clientY: 70, detail: 1 }))`,
      ] as const,
  ),
  ...['Enter', ' ', 'Tab', 'Escape'].map(
    (key) =>
      [
        `a made-up key "${key}"`,
        `host.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, composed: true }))`,
      ] as const,
  ),
  ['host.click()', 'host.click()'],
  [
    'focus, then a made-up Enter',
    "host.focus(); (document.activeElement ?? host).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))",
  ],
  ['the click of what is found at its place', 'document.elementFromPoint(60, 70)?.click()'],
  ['everything at its place', 'document.elementsFromPoint(60, 70).forEach((each) => each.click?.())'],
  [
    'a click that bubbles from a child',
    "const child = document.createElement('b'); host.append(child); child.click(); child.remove()",
  ],
  [
    'a slotted button',
    "host.append(Object.assign(document.createElement('button'), { slot: '' })); host.firstChild.click(); host.replaceChildren()",
  ],
  [
    'a label around it',
    "const label = document.createElement('label'); host.replaceWith(label); label.append(host); label.click(); label.remove()",
  ],
  [
    'a form around it',
    "const form = document.createElement('form'); document.body.append(form); form.onsubmit = () => false; form.append(host); form.requestSubmit(); form.remove()",
  ],
  [
    'a summary around it',
    "const details = document.createElement('details'); document.body.append(details); details.append(host); details.remove()",
  ],
  [
    'a button that toggles it',
    "const button = document.createElement('button'); document.body.append(button); button.popoverTargetElement = host; button.click(); button.remove()",
  ],
  [
    'a command for it',
    "const button = document.createElement('button'); document.body.append(button); button.commandForElement = host; button.command = 'hide-popover'; button.click(); button.remove()",
  ],
  ['hidePopover', 'host.hidePopover()'],
  ['togglePopover', 'host.togglePopover()'],
  ['another kind of popover', "host.popover = 'auto'"],
  ['no popover at all', "host.removeAttribute('popover')"],
  ['inert', 'host.inert = true'],
  ['hidden', 'host.hidden = true'],
  [
    'an inline style',
    "host.style.cssText = 'opacity:0!important;transform:scale(30)!important;left:0!important'",
  ],
  ['an animation', "host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e6, fill: 'both' })"],
  [
    'a role and a name',
    "host.setAttribute('role', 'presentation'); host.setAttribute('aria-hidden', 'true')",
  ],
  ['its removal', 'host.remove()'],
  ['its replacement', "host.replaceWith(document.createElement('div'))"],
  ['a move into the body', 'document.body.append(host)'],
  [
    'a move into a closed shadow root',
    "const cell = document.createElement('div'); document.body.append(cell); cell.attachShadow({ mode: 'closed' }).append(host); cell.remove()",
  ],
  ['a move into another document', "document.implementation.createHTMLDocument('').body.append(host)"],
  [
    'a move into a frame',
    "const frame = document.createElement('iframe'); document.body.append(frame); frame.contentDocument.body.append(host); frame.remove()",
  ],
  [
    'all children of the root taken out',
    'const [...all] = document.documentElement.children; document.documentElement.replaceChildren(...all.filter((each) => each !== host))',
  ],
  [
    'a copy',
    'const copy = host.cloneNode(true); document.body.append(copy); const { shadowRoot, textContent } = copy; copy.remove(); return [shadowRoot, textContent]',
  ],
  ['an import', 'return document.importNode(host, true).textContent'],
  ['its shadow root', 'return host.shadowRoot'],
  [
    'another shadow root',
    "try { return host.attachShadow({ mode: 'open' }).textContent } catch { return null }",
  ],
  [
    'its markup with shadow roots',
    'return [host.getHTML?.({ serializableShadowRoots: true }) ?? "", host.innerHTML]',
  ],
  ['its text', 'return [host.innerText, host.textContent]'],
  ['the text of the whole page', 'return document.documentElement.innerText.replace(/ITU/, "")'],
  [
    'a selection of it',
    'getSelection().selectAllChildren(host); const text = getSelection().toString(); getSelection().removeAllRanges(); return text',
  ],
  ['a range around it', 'const range = new Range(); range.selectNode(host); return range.toString()'],
  ['its animations', 'return document.getAnimations().length'],
  [
    'the caret in it',
    'const at = document.caretPositionFromPoint(60, 70, { shadowRoots: [] }); return at?.offsetNode?.parentElement?.localName === "button"',
  ],
  ['its styles', "return getComputedStyle(host, '::before').content"],
  [
    'what has the focus',
    'return document.activeElement === document.body || document.activeElement === host ? null : document.activeElement?.localName',
  ],
  [
    'events of its inside',
    "const seen = []; addEventListener('click', (event) => seen.push(event.composedPath()[0] === host), true); host.click(); return seen.includes(false)",
  ],
  [
    'a custom event',
    "host.dispatchEvent(new CustomEvent('close', { bubbles: true, composed: true, detail: { close: true } }))",
  ],
  ['a message', "postMessage({ to: 'page', name: 'tab/jump', payload: {} }, '*')"],
]

/** What may come back: nothing that says what the card holds. */
const HARMLESS = new Set([
  '',
  'null',
  'undefined',
  'false',
  '0',
  '[null,""]',
  '["",""]',
  '"none"',
  '"normal"',
  '""',
  '[]',
])

async function openWithCard(open: ReturnType<typeof useBareBrowser>): Promise<TestPage> {
  const page = await open(
    '<!doctype html><html lang="en"><title>A page</title><body style="font:20px/1.5 sans-serif"><p>ITU</p></body></html>',
    'text/html',
    '',
  )
  await page.call('start')
  await page.until('painted', [], ({ length }) => length === 1)
  return page
}

const showCard = async ({ call, until }: TestPage): Promise<void> => {
  await call('step', 1)
  await call('openByKey')
  await until('card', [], (card) => card !== null)
}

describe.each(BROWSERS)('in %s', (name) => {
  const open = useBareBrowser(name)

  test(`${ATTEMPTS.length} attempts upon an open card make nothing in it act, and tell nothing of it`, async () => {
    const page = await openWithCard(open)
    const told: string[] = []
    for (const [what, code] of ATTEMPTS) {
      await showCard(page)
      const learnt = await page.page.evaluate(
        `(() => { const host = document.querySelector('html > div'); if (!host) return 'no host'; ${code} })()`,
      )
      const text = JSON.stringify(learnt) ?? ''
      if (!HARMLESS.has(text) && text !== 'true') told.push(`${what}: ${text}`)
      expect(await page.call('actions'), what).toBe(0)
    }
    expect(told).toEqual([])
    expect(await page.call('errors')).toBe(0)
    await page.close()
  })

  test('the reader’s own press acts, or none of the above would prove anything', async () => {
    const page = await openWithCard(open)
    await showCard(page)
    const [x, y] = await page.call('button')
    await page.page.mouse.click(x ?? 0, y ?? 0)
    await page.until('actions', [], (actions) => actions === 1)
    await page.close()
  })

  test('the reader’s own press does nothing in a card that the page has made invisible or covered', async () => {
    const page = await openWithCard(open)
    await showCard(page)
    const [x, y] = await page.call('button')
    await page.inPage(() => {
      document.documentElement.style.opacity = '0'
    })
    await page.page.mouse.click(x ?? 0, y ?? 0)
    expect(await page.call('actions')).toBe(0)
    await page.close()
  })

  test('a card that the page removes is put back three times, and then it is gone for good', async () => {
    const page = await openWithCard(open)
    await showCard(page)
    for (let round = 1; round <= 3; round++) {
      await page.inPage(() => document.querySelector('html > div')?.remove())
      await page.until('cardOnTop', [], (isOnTop) => isOnTop)
    }
    await page.inPage(() => document.querySelector('html > div')?.remove())
    await page.until('card', [], (card) => card === null)
    await page.close()
  })

  test('the focus goes into a card that is opened by key, and back when it closes', async () => {
    const page = await open(
      '<!doctype html><html lang="en"><title>A page</title><button id="before">before</button><p>ITU</p></html>',
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await page.inPage(() => document.querySelector<HTMLElement>('#before')?.focus())
    await showCard(page)
    await page.call('focusCard')
    expect(await page.inPage(() => document.activeElement?.parentElement?.localName)).toBe('html')
    await page.page.keyboard.press('Escape')
    await page.until('card', [], (card) => card === null)
    expect(await page.inPage(() => document.activeElement?.id)).toBe('before')
    await page.close()
  })

  test('a page without a known name has no sign of us: no highlight, style sheet, node, attribute or global', async () => {
    const page = await open('<!doctype html><title>A page</title><p>Nothing to see</p>')
    const probe = (): unknown => ({
      markup: document.documentElement.outerHTML,
      highlights: [...CSS.highlights.keys()],
      sheets: document.adoptedStyleSheets.length,
      globals: Object.getOwnPropertyNames(window).length,
      entries: performance
        .getEntries()
        .filter(({ entryType }) => entryType === 'mark' || entryType === 'measure').length,
    })
    const before = await page.inPage(probe)
    await page.call('start')
    await page.until('marks', [], (marks) => marks?.state === 'marked')
    expect(await page.inPage(probe)).toEqual(before)
    await page.close()
  })
})
