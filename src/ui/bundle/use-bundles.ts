import { useEffect, useState } from 'preact/hooks'
import type { BundleInfo, Lookup } from '../../model/lookup.ts'

/** The installed bundles, once they are read. */
export type BundlesState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly bundles: readonly BundleInfo[] }
  | { readonly state: 'failed' }

/** Reads the bundles in use, and again whenever `changed` is another value. */
export function useBundles(lookup: Lookup, changed: unknown): BundlesState {
  const [bundles, setBundles] = useState<BundlesState>({ state: 'loading' })
  // Another value of `changed` is what asks for another reading
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
  }, [lookup, changed])
  return bundles
}

async function read(lookup: Lookup): Promise<BundlesState> {
  try {
    return { state: 'ready', bundles: await lookup.bundles() }
  } catch {
    return { state: 'failed' }
  }
}
