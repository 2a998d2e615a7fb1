import { useCallback, useEffect, useState } from 'preact/hooks'
import type { BundleInfo, Lookup } from '../../model/lookup.ts'

/** The installed bundles, once they are read. */
export type BundlesState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly bundles: readonly BundleInfo[] }
  | { readonly state: 'failed' }

/** Reads the installed bundles, and again on `reload`. */
export function useBundles(lookup: Lookup): { readonly bundles: BundlesState; readonly reload: () => void } {
  const [bundles, setBundles] = useState<BundlesState>({ state: 'loading' })
  const [reading, setReading] = useState(0)
  // A new count is what asks for another reading
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const next = await read(lookup)
      if (wanted) setBundles(next)
    }
    void load()
    return () => {
      wanted = false
    }
  }, [lookup, reading])
  const reload = useCallback(() => setReading((count) => count + 1), [])
  return { bundles, reload }
}

async function read(lookup: Lookup): Promise<BundlesState> {
  try {
    return { state: 'ready', bundles: await lookup.bundles() }
  } catch {
    return { state: 'failed' }
  }
}
