import type { SyncState } from '../model/sync-state.ts'
import type { SyncEvent } from './sync-event.ts'

/** The state after an event. An event that does not belong to the present phase changes nothing. */
export function reduceSync(state: SyncState, event: SyncEvent): SyncState {
  const before = state.last ? { last: state.last } : {}
  switch (event.type) {
    case 'started':
      return { ...before, phase: 'checking' }
    case 'found':
      if (state.phase !== 'checking') return state
      return { ...before, phase: 'fetching', generation: event.generation, received: 0, total: event.total }
    case 'received':
      return state.phase === 'fetching' ? { ...state, received: event.received } : state
    case 'fetched':
      if (state.phase !== 'fetching') return state
      return { ...before, phase: 'installing', generation: state.generation, records: event.records }
    case 'ended':
      return { phase: 'idle', last: { at: event.at, outcome: event.outcome } }
  }
}

/** The state of an update that nobody runs any more: the browser ended it. What it had done is invisible. */
export const afterRestart = (state: SyncState): SyncState =>
  state.last ? { phase: 'idle', last: state.last } : { phase: 'idle' }
