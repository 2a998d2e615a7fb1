import { useEffect, useState } from 'preact/hooks'
import { type LoadedPageTimeline, loadPageTimeline, type PageTimelineRequest } from './load-page-timeline.ts'

/** A page's timeline on its way from the store. */
export type PageTimelineState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly timeline: LoadedPageTimeline }
  | { readonly state: 'failed' }

/** Reads a page's timeline, and again when the page has changed; the old one stays until the new one is there. */
export function usePageTimeline(request: PageTimelineRequest): PageTimelineState {
  const [state, setState] = useState<PageTimelineState>({ state: 'loading' })
  const { lookup, entities, asOf, lang } = request
  // The page is asked again and again, and as a rule tells the same: only what it says counts.
  const told = JSON.stringify(entities)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const next = await settled(request)
      if (wanted) setState(next)
    }
    void load()
    return () => {
      wanted = false
    }
  }, [lookup, told, asOf, lang])
  return state
}

async function settled(request: PageTimelineRequest): Promise<PageTimelineState> {
  try {
    return { state: 'ready', timeline: await loadPageTimeline(request) }
  } catch {
    return { state: 'failed' }
  }
}
