import type { ExtensionView } from './browser-session.ts'
import { until } from './until.ts'

/** Everything that an extension page shows, as text. */
export const readView = (view: ExtensionView): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, without hidden text
  view.run(({ document }) => document.body.innerText, null)

/** Waits until an extension page shows a text, and gives all that it shows. */
export const untilShown = (view: ExtensionView, text: string): Promise<string> =>
  until(`the extension's page shows "${text}"`, async () => {
    const shown = await readView(view)
    return shown.includes(text) ? shown : undefined
  })

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
      const element = document.querySelector<HTMLElement & { disabled?: boolean }>(wanted)
      if (!element || element.disabled) return false
      element.click()
      return true
    }, selector)
  await until(`"${selector}" can be pressed`, pressed)
}

/** Writes into a field as typing does. */
export async function fill(view: ExtensionView, selector: string, text: string): Promise<void> {
  const filled = () =>
    view.run(
      (window, wanted) => {
        const field = window.document.querySelector<HTMLInputElement>(wanted.selector)
        if (!field) return false
        field.value = wanted.text
        field.dispatchEvent(new window.Event('input', { bubbles: true }))
        return true
      },
      { selector, text },
    )
  await until(`"${selector}" can be written into`, filled)
}

/** Shows another view of the popup, by its address from `#` on. */
export const show = (view: ExtensionView, hash: string): Promise<void> =>
  view.run((window, address) => {
    window.location.hash = address
  }, hash)
