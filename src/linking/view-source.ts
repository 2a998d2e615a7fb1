import { type EntityRef, refFromKey, refKey } from '../model/ids.ts'
import type { FoundEntity } from '../model/lookup.ts'
import type { EntityView } from './view.ts'
import { viewOf } from './view-of.ts'

/** Reads the records of entities; those that are not known are left out. `Lookup.entities` is one. */
export type ReadEntities = (refs: readonly EntityRef[]) => Promise<readonly FoundEntity[]>

/** Gives the views of entities by `refKey`, batched; those that are not known are left out. */
export type ViewSource = (keys: Iterable<string>) => Promise<ReadonlyMap<string, EntityView>>

/** Views made afresh from records. */
export function viewsFrom(read: ReadEntities): ViewSource {
  return async (keys) => {
    const refs = [...new Set(keys)].map(refFromKey)
    const found = refs.length > 0 ? await read(refs) : []
    return new Map(found.map((each) => [refKey(each.ref), viewOf(each)]))
  }
}

/**
 * Views that are kept once made. One such source belongs to one generation of the bundles: a new
 * generation needs a new one.
 */
export function cachedViews(source: ViewSource): ViewSource {
  const known = new Map<string, EntityView | undefined>()
  return async (keys) => {
    const views = new Map<string, EntityView>()
    const missing = new Set<string>()
    for (const key of keys) {
      const view = known.get(key)
      if (view) views.set(key, view)
      else if (!known.has(key)) missing.add(key)
    }
    if (missing.size === 0) return views
    const read = await source(missing)
    for (const key of missing) {
      const view = read.get(key)
      known.set(key, view)
      if (view) views.set(key, view)
    }
    return views
  }
}
