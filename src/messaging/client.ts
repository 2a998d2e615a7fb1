import { browser } from 'wxt/browser'
import type { EntityRef } from '../model/ids.ts'
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

/** Asks the content script in one frame of a tab, the top one unless told; never throws. `no-receiver`: there is none. */
export async function askPage<N extends PageRequestName>(
  tabId: number,
  name: N,
  payload: PageRequest<N>,
  frameId = 0,
): Promise<Reply<PageReplies[N]>> {
  try {
    return received(await browser.tabs.sendMessage(tabId, { to: 'page', name, payload }, { frameId }))
  } catch (cause) {
    return fail(describe(cause))
  }
}

/** Tells the content scripts in all frames of a tab; never throws, and where there is none nothing happens. */
export async function tellPage<N extends PageRequestName>(
  tabId: number,
  name: N,
  payload: PageRequest<N>,
): Promise<void> {
  await browser.tabs.sendMessage(tabId, { to: 'page', name, payload }).catch(() => undefined)
}

/** Goes to a mark of an entity in whichever frame of a tab it is; `index` counts the marks of the tab from 0 and wraps. */
export async function jumpInTab(tabId: number, entity: EntityRef, index: number): Promise<boolean> {
  const reply = await askPage(tabId, 'tab/jump', { entity, index })
  if (!reply.ok) return false
  const { elsewhere } = reply.value
  if (elsewhere === undefined) return reply.value.found
  const there = await askPage(tabId, 'tab/jump', { entity, index: elsewhere.index }, elsewhere.frameId)
  return there.ok && there.value.found
}

/** A receiver that does not know us answers undefined, which would pass for a value. */
function received<T>(reply: unknown): Reply<T> {
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<T>
  return fail({ code: 'no-receiver', detail: 'the message was not answered' })
}

/** Whether the extension has left under this script: it was updated, switched off or removed. */
export const isExtensionGone = (): boolean => browser.runtime?.id === undefined

function describe(cause: unknown): MessageError {
  const detail = cause instanceof Error ? cause.message : String(cause)
  if (/context invalidated/i.test(detail) || isExtensionGone()) return { code: 'gone', detail }
  if (/receiving end|no tab with id|establish connection/i.test(detail))
    return { code: 'no-receiver', detail }
  return { code: 'failed', detail }
}
