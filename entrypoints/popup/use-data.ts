import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Lookup } from '../../src/model/lookup.ts'
import type { EntriesState } from '../../src/ui/bundle/entries-state.ts'
import type { PopupData } from './popup-data.ts'

/** What is read from storage, as it arrives. */
export interface ArrivingData {
  /** Answers once storage is open. */
  readonly lookup: Lookup
  /** Absent until then. */
  readonly data: PopupData | undefined
  readonly entries: EntriesState
}

/**
 * The database and its code arrive after the first view, which shows what the page itself tells: a popup
 * that opens at a click must not wait for what only a search or an entry needs.
 */
export function useData(opening: Promise<PopupData>): ArrivingData {
  const [data, setData] = useState<PopupData>()
  const [entries, setEntries] = useState<EntriesState>({ state: 'loading' })
  useEffect(() => void opening.then(setData), [opening])
  useEffect(() => data?.watchEntries(setEntries), [data])
  return { lookup: useMemo(() => eventualLookup(opening), [opening]), data, entries }
}

const eventualLookup = (opening: Promise<PopupData>): Lookup => ({
  entities: async (refs) => (await opening).lookup.entities(refs),
  search: async (query, limit) => (await opening).lookup.search(query, limit),
  bundles: async () => (await opening).lookup.bundles(),
})
