import type { SearchAnswer, SearchHit } from '../../model/lookup.ts'
import type { BuildProgress } from '../../model/preparation.ts'

/** A query and what is shown of it. */
interface Shown extends SearchAnswer {
  readonly query: string
  readonly active: number
}

/** A search as the reader sees it. While a new one runs, the hits of the one before stay in place. */
export type SearchState =
  | { readonly state: 'idle' }
  | ({ readonly state: 'searching' } & Shown)
  | ({ readonly state: 'found' } & Shown)
  | { readonly state: 'failed'; readonly query: string }

/** What can happen to a search. */
export type SearchEvent =
  | { readonly type: 'typed'; readonly query: string }
  | { readonly type: 'answered'; readonly query: string; readonly answer: SearchAnswer }
  | { readonly type: 'failed'; readonly query: string }
  | { readonly type: 'moved'; readonly by: 1 | -1 }

export const NO_SEARCH: SearchState = { state: 'idle' }

/** The search after an event. An answer to another question than the one in the field changes nothing. */
export function searchReducer(state: SearchState, event: SearchEvent): SearchState {
  switch (event.type) {
    case 'typed':
      return typed(state, event.query)
    case 'answered':
      return queryOf(state) === event.query ? found(state, event.query, event.answer) : state
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

/** How far the search is from being ready for what is installed; undefined where it is. */
export const preparingOf = (state: SearchState): BuildProgress | undefined =>
  'preparing' in state ? state.preparing : undefined

function typed(state: SearchState, query: string): SearchState {
  if (query.trim() === '') return NO_SEARCH
  const preparing = preparingOf(state)
  return { state: 'searching', query, hits: hitsOf(state), active: 0, ...(preparing && { preparing }) }
}

/** The same question is asked again while the search is made ready: what the reader chose meanwhile stays chosen. */
function found(state: SearchState, query: string, answer: SearchAnswer): SearchState {
  const stays = state.state === 'found' && state.active < answer.hits.length
  return { state: 'found', query, active: stays ? state.active : 0, ...answer }
}

function moved(state: SearchState, by: 1 | -1): SearchState {
  if (!('hits' in state) || state.hits.length === 0) return state
  const count = state.hits.length
  return { ...state, active: (state.active + by + count) % count }
}
