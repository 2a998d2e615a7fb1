import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { EntityPageProps } from './entity-page.tsx'
import { type Entry, loadEntry } from './load-entry.ts'

/** An entry on its way from the store to the page. */
export type EntryState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly entry: Entry; readonly Page: ComponentType<EntityPageProps> }
  | { readonly state: 'unknown' }
  | { readonly state: 'failed' }

/** Loads the entry of an entity; an answer that comes after the reader went on is dropped. */
export function useEntry(lookup: Lookup, ref: EntityRef, lang: string): EntryState {
  const [state, setState] = useState<EntryState>({ state: 'loading' })
  const key = refKey(ref)
  // The key stands for the pair, which is made anew with each rendering.
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const next = await settle(lookup, ref, lang)
      if (wanted) setState(next)
    }
    setState({ state: 'loading' })
    void load()
    return () => {
      wanted = false
    }
  }, [lookup, key, lang])
  return state
}

async function settle(lookup: Lookup, ref: EntityRef, lang: string): Promise<EntryState> {
  try {
    // The page with its timeline is a large part of the code, and the first view of the popup needs none of it.
    const [entry, { EntityPage }] = await Promise.all([
      loadEntry(lookup, ref, lang),
      import('./entity-page.tsx'),
    ])
    return entry ? { state: 'ready', entry, Page: EntityPage } : { state: 'unknown' }
  } catch {
    return { state: 'failed' }
  }
}
