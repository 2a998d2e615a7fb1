import type { SearchHit } from '../../model/lookup.ts'

/** A search as the reader sees it. While a new one runs, the hits of the one before stay in place. */
export type SearchState =
  | { readonly state: 'idle' }
  | {
      readonly state: 'searching'
      readonly query: string
      readonly hits: readonly SearchHit[]
      readonly active: number
    }
  | {
      readonly state: 'found'
      readonly query: string
      readonly hits: readonly SearchHit[]
      readonly active: number
    }
  | { readonly state: 'failed'; readonly query: string }

/** What can happen to a search. */
export type SearchEvent =
  | { readonly type: 'typed'; readonly query: string }
  | { readonly type: 'answered'; readonly query: string; readonly hits: readonly SearchHit[] }
  | { readonly type: 'failed'; readonly query: string }
  | { readonly type: 'moved'; readonly by: 1 | -1 }

export const NO_SEARCH: SearchState = { state: 'idle' }

/** The search after an event. An answer to another question than the one in the field changes nothing. */
export function searchReducer(state: SearchState, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'typed':
      return typed(state, event.query)
    case 'answered':
      return queryOf(state) === event.query
        ? { state: 'found', query: event.query, hits: event.hits, active: 0 }
        : state
    case 'failed':
      return queryOf(state) === event.query ? { state: 'failed', query: event.query } : state
    case 'moved':
      return moved(state, event.by)
  }
}

/** The text that is searched for; empty where there is no search. */
export const queryOf = (state: SearchState): string => (state.state === 'idle' ? '' : state.query)

/** The hits to show; none while idle or failed. */
export const hitsOf = (state: SearchState): readonly SearchHit[] => ('hits' in state ? state.hits : [])

/** The hit that Enter opens. */
export const activeHit = (state: SearchState): SearchHit | undefined =>
  'hits' in state ? state.hits[state.active] : undefined

function typed(state: SearchState, query: string): SearchState {
  return query.trim() === '' ? NO_SEARCH : { state: 'searching', query, hits: hitsOf(state), active: 0 }
}

function moved(state: SearchState, by: 1 | -1): SearchState {
  if (!('hits' in state) || state.hits.length === 0) return state
  const count = state.hits.length
  return { ...state, active: (state.active + by + count) % count }
}
