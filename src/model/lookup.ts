import type { EntityRecord } from './entity.ts'
import type { Confirmation } from './freshness.ts'
import type { BundleId, EntityRef } from './ids.ts'
import type { BuildProgress } from './preparation.ts'

/** A record and the bundle it came from. */
export interface FoundEntity {
  readonly ref: EntityRef
  readonly record: EntityRecord
}

/** One answer to a search, best first. */
export interface SearchHit {
  readonly ref: EntityRef
  readonly kind: EntityRecord['kind']
  /** The name or alias that fits the query. */
  readonly matched: string
  /** In all languages of the bundle: who shows the hit chooses. */
  readonly names: EntityRecord['names']
  readonly descriptions: EntityRecord['descriptions']
}

/** What a search has found. */
export interface SearchAnswer {
  /** The best first. */
  readonly hits: readonly SearchHit[]
  /** Present while the search of what is installed now is made ready: the hits are by the names of what was there before. */
  readonly preparing?: BuildProgress
}

/** What is known of an installed bundle. Times are ISO 8601 instants (UTC). */
export interface BundleInfo {
  readonly bundle: BundleId
  readonly title: string
  readonly publisher: string
  readonly license: string
  readonly generation: number
  /** Names its records, in hexadecimal: the package and a host may have different ones under one generation. */
  readonly content?: string
  readonly created: string
  readonly installedAt: string
  /** Absent for a bundle that nobody updates. */
  readonly confirmed?: Confirmation
  /** `packaged`: came with the extension; `synced`: fetched and verified. */
  readonly origin: 'packaged' | 'synced'
  readonly counts: {
    readonly entities: number
    readonly aliases: number
    readonly facts: number
    readonly sources: number
  }
}

/** Reads what is known; two adapters: IndexedDB, and memory when IndexedDB cannot be opened. Batched. */
export interface Lookup {
  /** The records of these entities, in the order asked; those that are not known are left out. */
  entities(refs: readonly EntityRef[]): Promise<readonly FoundEntity[]>
  /** At most `limit` names that fit a query. Waits for nothing: where the search is still made ready it says so. */
  search(query: string, limit: number): Promise<SearchAnswer>
  /** The installed bundles in the reader's order. */
  bundles(): Promise<readonly BundleInfo[]>
}
