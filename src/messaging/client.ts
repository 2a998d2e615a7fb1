import { browser } from 'wxt/browser'
import { fail } from '../model/result.ts'
import type { MessageError, Reply } from './envelope.ts'
import type {
  BackgroundReplies,
  BackgroundRequest,
  BackgroundRequestName,
  PageReplies,
  PageRequest,
  PageRequestName,
} from './protocol.ts'

/** Asks the background; never throws. `gone`: the extension was updated or removed under this page. */
export async function ask<N extends BackgroundRequestName>(
  name: N,
  payload: BackgroundRequest<N>,
): Promise<Reply<BackgroundReplies[N]>> {
  try {
    return received(await browser.runtime.sendMessage({ to: 'background', name, payload }))
  } catch (cause) {
    return fail(describe(cause))
  }
}

/** Asks the content script in a tab's top frame; never throws. `no-receiver`: there is none in that tab. */
export async function askPage<N extends PageRequestName>(
  tabId: number,
  name: N,
  payload: PageRequest<N>,
): Promise<Reply<PageReplies[N]>> {
  try {
    return received(await browser.tabs.sendMessage(tabId, { to: 'page', name, payload }, { frameId: 0 }))
  } catch (cause) {
    return fail(describe(cause))
  }
}

/** A receiver that does not know us answers undefined, which would pass for a value. */
function received<T>(reply: unknown): Reply<T> {
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<T>
  return fail({ code: 'no-receiver', detail: 'the message was not answered' })
}

function describe(cause: unknown): MessageError {
  const detail = cause instanceof Error ? cause.message : String(cause)
  if (/context invalidated/i.test(detail) || browser.runtime?.id === undefined)
    return { code: 'gone', detail }
  if (/receiving end|no tab with id|establish connection/i.test(detail))
    return { code: 'no-receiver', detail }
  return { code: 'failed', detail }
}
