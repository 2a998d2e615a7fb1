import type { SyncOutcome } from './sync-state.ts'

/** How "update now" ended for one subscription, or that there is none. */
export type UpdateOutcome = SyncOutcome | { readonly outcome: 'no-subscription' }
