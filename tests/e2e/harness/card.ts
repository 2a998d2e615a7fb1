import type { Tab } from './browser-session.ts'
import { until } from './until.ts'

/** The open card, read from inside its closed shadow root. Coordinates are CSS pixels of the viewport. */
export interface OpenCard {
  /** True until the facts have come and the card stands still. */
  readonly busy: boolean
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly x: number; readonly y: number }[]
  readonly links: readonly { readonly label: string; readonly url: string; readonly rel: string }[]
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** The card, or null where none is open. */
export const readCard = (tab: Tab): Promise<OpenCard | null> => tab.inContentScript(findCard, null)

/** Waits for a card that has its facts and says something, and gives it. */
export const untilCard = (tab: Tab, says: string): Promise<OpenCard> =>
  until(`a card that says "${says}"`, async () => {
    const card = await readCard(tab)
    return card && !card.busy && card.text.includes(says) ? card : undefined
  })

export const untilNoCard = (tab: Tab): Promise<true> =>
  until('the card has closed', async () => (await readCard(tab)) === null)

/** Presses a button of the open card with the pointer. */
export async function pressInCard(tab: Tab, label: string): Promise<void> {
  const button = (await readCard(tab))?.buttons.find((each) => each.label === label)
  if (button === undefined) throw new Error(`The card has no button "${label}".`)
  await tab.click(button.x, button.y)
}

/** Runs among the content scripts, where a browser opens closed roots to an extension (not to the page). */
function findCard(): OpenCard | null {
  type Opening = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null }
  const opener = (
    globalThis as { chrome?: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } } }
  ).chrome?.dom
  const rootOf = (host: Opening) =>
    host.openOrClosedShadowRoot ?? opener?.openOrClosedShadowRoot(host) ?? null
  const hosts = [...document.documentElement.children, ...document.body.children]
  const isCard = (root: ShadowRoot | null): root is ShadowRoot => root?.mode === 'closed'
  const [root] = hosts
    .filter((host) => host instanceof HTMLElement)
    .map(rootOf)
    .filter(isCard)
  const card = root?.querySelector<HTMLElement>('[role="dialog"]')
  if (root === undefined || !card) return null
  const box = card.getBoundingClientRect()
  if (box.width === 0) return null
  const labelOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()
  const buttons = [...root.querySelectorAll('button')].map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return { label: labelOf(button), x: x + width / 2, y: y + height / 2 }
  })
  const links = [...root.querySelectorAll('a')].map((link) => ({
    label: labelOf(link),
    url: link.href,
    rel: link.rel,
  }))
  return {
    busy: card.getAttribute('aria-busy') === 'true' || card.getAnimations({ subtree: true }).length > 0,
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, without hidden text
    text: card.innerText,
    buttons,
    links,
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
  }
}
