import { useCallback, useMemo, useReducer, useRef } from 'preact/hooks'
import type { Lookup } from '../../model/lookup.ts'
import { newestOnly } from './newest-only.ts'
import { NO_SEARCH, type SearchState, searchReducer } from './search-state.ts'

/** As many as a reader looks through; those that fit better come first. */
const MOST_HITS = 20

/** A search and what the reader may do with it. */
export interface Search {
  readonly state: SearchState
  readonly type: (query: string) => void
  readonly move: (by: 1 | -1) => void
}

/**
 * Searches as the reader types. While the search is made ready for what is installed, the question in the field is put
 * again and again: whoever answers takes his time, so that this is twice a second.
 */
export function useSearch(lookup: Lookup): Search {
  const [state, tell] = useReducer(searchReducer, NO_SEARCH)
  const wanted = useRef('')
  const ask = useMemo(() => {
    const put = newestOnly(
      (query: string) => lookup.search(query, MOST_HITS),
      (query, answer) => {
        tell(answer.ok ? { type: 'answered', query, answer: answer.value } : { type: 'failed', query })
        if (answer.ok && answer.value.preparing && query === wanted.current) put(query)
      },
    )
    return put
  }, [lookup])
  const type = useCallback(
    (query: string) => {
      wanted.current = query
      tell({ type: 'typed', query })
      if (query.trim() !== '') ask(query)
    },
    [ask],
  )
  const move = useCallback((by: 1 | -1) => tell({ type: 'moved', by }), [])
  return { state, type, move }
}
