import type { ExtensionView } from './browser-session.ts'

/** A page with the extension's API and none of its code: what happens then, the background does. */
export const BARE_PAGE = '/icons/16.png'

/** Asks the background from a page of the extension, and gives its answer as it comes. */
export const askBackground = (page: ExtensionView, name: string, payload: object): Promise<unknown> =>
  page.run(
    (view, message) =>
      (
        view as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { to: 'background', name, payload },
  )

/** How one update ended, as far as it is used here. */
export interface Ended {
  readonly outcome: string
  readonly code?: string
  readonly where?: string
  readonly detail?: string
}

/** Presses "update now" and gives how the first subscription's update ended. */
export async function updateNow(page: ExtensionView): Promise<Ended> {
  const reply = (await askBackground(page, 'sync/update-now', {})) as { readonly value?: readonly Ended[] }
  return reply.value?.[0] ?? { outcome: 'no answer' }
}
