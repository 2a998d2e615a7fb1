import type { EntityRecord } from '../model/entity.ts'
import type { BundleId } from '../model/ids.ts'
import type { STATE_ALGORITHM, STATE_BUCKETS } from './state-digest.ts'

/** The format that this version reads and writes; docs/bundle-format.md is its description. */
export const BUNDLE_FORMAT = 'bg-bundle/1'

/** What a bundle may ask of its reader: this version is 1. */
export const READER_VERSION = 1

/** The file that names everything else. */
export const MANIFEST_FILE = 'bundle.json'

/** How much a generation holds; `aliases` counts names too, `facts` statements and events, `sources` distinct ids. */
export interface BundleCounts {
  readonly entities: number
  readonly aliases: number
  readonly facts: number
  readonly sources: number
}

/** One part: `length` and `sha256` of the compressed bytes, `raw` bytes once decompressed. */
export interface BundlePart {
  readonly path: string
  readonly length: number
  readonly sha256: string
  readonly raw: number
  readonly records: number
}

/** One file of a delta; `records` counts its lines, puts and dels together. */
export type DeltaPart = BundlePart

/** The changes from one generation to a later one, and the digests of both. */
export interface BundleDelta {
  readonly from: number
  readonly fromState: string
  readonly to: number
  readonly toState: string
  readonly puts: number
  readonly dels: number
  readonly parts: readonly DeltaPart[]
}

/** The digest over all records (`state-digest.ts`). */
export interface BundleState {
  readonly alg: typeof STATE_ALGORITHM
  readonly buckets: typeof STATE_BUCKETS
  readonly root: string
}

/** What a bundle says of one generation of itself. Instants are ISO 8601 (UTC). */
export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT
  readonly minReader: number
  readonly id: BundleId
  readonly generation: number
  readonly title: string
  readonly publisher: string
  readonly homepage: string
  readonly license: string
  readonly langs: readonly string[]
  readonly created: string
  readonly counts: BundleCounts
  readonly full: readonly BundlePart[]
  /** The identity of the bundle that this generation belongs to; absent in the extension's own package. */
  readonly rootDigest?: string
  readonly state: BundleState
  readonly deltas?: readonly BundleDelta[]
  /** The link of the bundle that goes on where this one ends; a reader is asked before anything follows from it. */
  readonly supersededBy?: string | null
}

/** A manifest that was named by signed targets: identity and deltas are there. */
export type BundleManifest = Manifest & Required<Pick<Manifest, 'rootDigest' | 'deltas'>>

/** The address of a file of a bundle below its base: named by its content, so that it never changes. */
export const partTarget = ({ path, sha256 }: Pick<BundlePart, 'path' | 'sha256'>): string =>
  `targets/${sha256}.${path}`

/** What a part's records hold, for comparison with the manifest. The same source id is one source. */
export function countRecords(records: readonly EntityRecord[]): BundleCounts {
  const sources = new Set<string>()
  let [aliases, facts] = [0, 0]
  for (const record of records) {
    aliases += record.names.length + record.aliases.length
    facts += record.statements.length + record.events.length
    for (const source of record.sources) sources.add(source.id)
  }
  return { entities: records.length, aliases, facts, sources: sources.size }
}
