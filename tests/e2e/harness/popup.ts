import type { ExtensionView } from './browser-session.ts'
import { until } from './until.ts'

/** Everything that an extension page shows, as text. */
export const readView = (view: ExtensionView): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, without hidden text
  view.run(({ document }) => document.body.innerText, null)

/** Waits until an extension page shows a text, and gives all that it shows. */
export const untilShown = (view: ExtensionView, text: string): Promise<string> =>
  untilInView(view, `the extension's page shows "${text}"`, async () => {
    const shown = await readView(view)
    return shown.includes(text) ? shown : undefined
  })

/** As `until`; the error tells what the page shows instead. */
async function untilInView<T>(
  view: ExtensionView,
  what: string,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  try {
    return await until(what, ask)
  } catch (cause) {
    throw new Error(`${what}: no, it shows "${await readView(view)}"`, { cause })
  }
}

/** One line of the popup's list of this page. */
export interface ListedEntity {
  readonly name: string
  readonly count: number
}

/** The entities that the popup lists of this page, in its order. */
export const readList = (popup: ExtensionView): Promise<ListedEntity[]> =>
  popup.run(({ document }) => {
    const rows = [...document.querySelectorAll('.entity-row')]
    return rows.map((row) => ({
      name: row.querySelector('.entity-open')?.textContent?.trim() ?? '',
      count: Number.parseInt(row.querySelector('.jump')?.textContent ?? '', 10),
    }))
  }, null)

/** Presses what a selector finds; waits until it is there and can be pressed. */
export async function press(view: ExtensionView, selector: string): Promise<void> {
  const pressed = () =>
    view.run(({ document }, wanted) => {
      const element = document.querySelector<HTMLElement>(wanted)
      if (!element || element.matches(':disabled, [aria-disabled="true"]')) return undefined
      element.click()
      return true
    }, selector)
  await untilInView(view, `"${selector}" can be pressed`, pressed)
}

/** The same with the pointer, for what only a reader's own press may do. */
export async function click(view: ExtensionView, selector: string): Promise<void> {
  const middle = () =>
    view.run(({ document }, wanted) => {
      const element = document.querySelector<HTMLElement>(wanted)
      if (!element || element.matches(':disabled, [aria-disabled="true"]')) return undefined
      element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const { x, y, width, height } = element.getBoundingClientRect()
      return width > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined
    }, selector)
  const { x, y } = await untilInView(view, `"${selector}" can be clicked`, middle)
  await view.click(x, y)
}

/** Writes into a field as typing does. */
export async function fill(view: ExtensionView, selector: string, text: string): Promise<void> {
  const filled = () =>
    view.run(
      (window, wanted) => {
        const field = window.document.querySelector<HTMLInputElement>(wanted.selector)
        if (!field) return undefined
        // What was written stands at the next look: a view that is drawn anew meanwhile may have dropped it.
        if (field.value === wanted.text) return true
        field.value = wanted.text
        field.dispatchEvent(new window.Event('input', { bubbles: true }))
        return undefined
      },
      { selector, text },
    )
  await untilInView(view, `"${selector}" can be written into`, filled)
}

/** Shows another view of the popup, by its address from `#` on. */
export const show = (view: ExtensionView, hash: string): Promise<void> =>
  view.run((window, address) => {
    window.location.hash = address
  }, hash)
