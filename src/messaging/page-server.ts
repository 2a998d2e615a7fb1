import { browser } from 'wxt/browser'
import { fail, ok } from '../model/result.ts'
import { asEnvelope, type Reply } from './envelope.ts'
import type { PageReplies, PageRequest, PageRequestName } from './protocol.ts'

/** One function per request to a page. */
export type PageHandlers = {
  readonly [N in PageRequestName]: (payload: PageRequest<N>) => Promise<PageReplies[N]>
}

/**
 * Answers requests to this content script until the signal ends. The senders are the extension's own
 * pages alone (no other extension can reach a content script), so the payload's shape is the type's:
 * the schemas stay out of the content script, which every page has to load.
 */
export function servePage(handlers: PageHandlers, signal: AbortSignal): void {
  const listener = (message: unknown, _sender: unknown, reply: (reply: Reply<unknown>) => void) => {
    const envelope = asEnvelope(message)
    if (envelope?.to !== 'page' || !Object.hasOwn(handlers, envelope.name)) return undefined
    const handler = handlers[envelope.name as PageRequestName] as (payload: unknown) => Promise<unknown>
    void answer(handler, envelope.payload).then(reply)
    // Keeps the channel open until the answer is there.
    return true
  }
  // Held: where the extension has left under the page, Chromium takes its interface away as well.
  const { onMessage } = browser.runtime
  onMessage.addListener(listener)
  signal.addEventListener('abort', () => onMessage.removeListener(listener))
}

async function answer(
  handler: (payload: unknown) => Promise<unknown>,
  payload: unknown,
): Promise<Reply<unknown>> {
  try {
    return ok(await handler(payload))
  } catch (cause) {
    return fail({ code: 'failed', detail: String(cause) })
  }
}
