import type { BundleId } from '../model/ids.ts'
import type { BundleInfo, FoundEntity, SearchHit } from '../model/lookup.ts'
import type { NamedEntity } from './named-entity.ts'

/** Everything that is known, as of one moment. */
export interface Snapshot {
  /** Names the set of generations: equal keys, equal content. */
  readonly key: string
  readonly bundles: readonly BundleInfo[]
  readonly entities: readonly FoundEntity[]
}

/** Gives everything at once, for building an index. */
export interface SnapshotSource {
  snapshot(): Promise<Snapshot>
  /**
   * The names of everything, some thousand entities at a time; after `restart` everything is given anew, because it has
   * changed meanwhile. `only`: of these bundles alone.
   */
  read(
    take: (entities: readonly NamedEntity[]) => void,
    restart: () => void,
    only?: ReadonlySet<BundleId>,
  ): Promise<Omit<Snapshot, 'entities'>>
}

/** A search over names, ready to be asked. */
export type Search = (query: string, limit: number) => readonly SearchHit[]

/** Makes a search; made once for a set of generations. Passed in, because ranking is not storage's business. */
export type MakeSearch = (entities: readonly FoundEntity[]) => Search
