import type { SyncOutcome } from '../model/sync-state.ts'

/** What happens during one update, in order; every update begins with `started` and ends with `ended`. */
export type SyncEvent =
  | { readonly type: 'started' }
  /** The manifest is verified and newer; `total` bytes of parts will be fetched. */
  | { readonly type: 'found'; readonly generation: number; readonly total: number }
  /** Bytes of parts so far. */
  | { readonly type: 'received'; readonly received: number }
  /** Every part is verified and written; the whole is checked and shown. */
  | { readonly type: 'fetched'; readonly records: number }
  | { readonly type: 'ended'; readonly at: string; readonly outcome: SyncOutcome }
