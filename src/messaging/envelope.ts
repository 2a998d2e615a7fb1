import type { Result } from '../model/result.ts'

/** What travels: `to` keeps a tab's messages and the background's apart, since both use the same channel. */
export interface Envelope {
  readonly to: 'background' | 'page'
  readonly name: string
  readonly payload: unknown
}

/** Why a request was not answered. */
export type MessageErrorCode = 'no-receiver' | 'gone' | 'refused' | 'malformed' | 'failed'

/** A failed request as data; `detail` is for a log or a bug report, never the text shown to a reader. */
export interface MessageError {
  readonly code: MessageErrorCode
  readonly detail: string
}

/** What comes back for every request. */
export type Reply<T> = Result<T, MessageError>

/** Reads a message's outer form, or tells that it is not one of ours. */
export function asEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { to, name, payload } = message as Record<string, unknown>
  if ((to !== 'background' && to !== 'page') || typeof name !== 'string') return undefined
  return { to, name, payload }
}
