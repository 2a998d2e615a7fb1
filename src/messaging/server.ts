import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { fail, ok } from '../model/result.ts'
import { asEnvelope, type Reply } from './envelope.ts'
import {
  type BackgroundReplies,
  type BackgroundRequest,
  type BackgroundRequestName,
  backgroundRequests,
  extensionPagesOnly,
} from './protocol.ts'

/** Who asks: the tab and frame of a content script, or an extension page. */
export interface Sender {
  readonly tabId?: number
  readonly frameId?: number
  /** The address of the page that asks; empty where the browser does not tell it. */
  readonly url: string
  /** The address that the tab shows; empty where the browser does not tell it. Never stored, logged or sent. */
  readonly tabUrl: string
  /** A private window. */
  readonly isPrivate: boolean
  readonly isExtensionPage: boolean
}

/** One function per request; what it throws is answered as `failed`. */
export type Handlers = {
  readonly [N in BackgroundRequestName]: (
    payload: BackgroundRequest<N>,
    sender: Sender,
  ) => Promise<BackgroundReplies[N]>
}

type RawSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1]

/** Answers requests to the background. To be called synchronously at start-up, or a wake-up message is lost. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, raw: RawSender, reply: (reply: unknown) => void) => {
      const envelope = asEnvelope(message)
      if (envelope?.to !== 'background') return undefined
      void answer(handlers, envelope.name, envelope.payload, raw).then(reply)
      // Keeps the channel open until the answer is there.
      return true
    },
  )
}

async function answer(
  handlers: Handlers,
  name: string,
  payload: unknown,
  raw: RawSender,
): Promise<Reply<unknown>> {
  if (raw.id !== browser.runtime.id) return fail({ code: 'refused', detail: 'not a part of this extension' })
  if (!Object.hasOwn(backgroundRequests, name))
    return fail({ code: 'malformed', detail: `no request ${name}` })
  const known = name as BackgroundRequestName
  const sender = senderOf(raw)
  if (extensionPagesOnly.has(known) && !sender.isExtensionPage)
    return fail({ code: 'refused', detail: `${name} is for extension pages` })
  const parsed = v.safeParse(backgroundRequests[known], payload)
  if (!parsed.success) return fail({ code: 'malformed', detail: v.summarize(parsed.issues) })
  return run(handlers[known] as (payload: unknown, sender: Sender) => Promise<unknown>, parsed.output, sender)
}

async function run(
  handler: (payload: unknown, sender: Sender) => Promise<unknown>,
  payload: unknown,
  sender: Sender,
): Promise<Reply<unknown>> {
  try {
    return ok(await handler(payload, sender))
  } catch (cause) {
    console.error(cause)
    return fail({ code: 'failed', detail: cause instanceof Error ? cause.message : String(cause) })
  }
}

/** A content script's sender has the page's address; an extension page's begins with the extension's own. */
function senderOf(raw: RawSender): Sender {
  const isExtensionPage = raw.url?.startsWith(browser.runtime.getURL('')) ?? false
  return {
    isExtensionPage,
    url: raw.url ?? '',
    tabUrl: raw.tab?.url ?? '',
    isPrivate: raw.tab?.incognito ?? false,
    ...(raw.tab?.id === undefined ? {} : { tabId: raw.tab.id }),
    ...(raw.frameId === undefined ? {} : { frameId: raw.frameId }),
  }
}
