import type { EntityRecord } from '../model/entity.ts'
import type { BundleId } from '../model/ids.ts'
import type { PublicKey } from './public-key.ts'
import type { Json } from './strict-json.ts'

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
  /** After it no reader takes this generation as new. */
  readonly expires?: string
  readonly counts: BundleCounts
  readonly full: readonly BundlePart[]
}

/** A signature in hexadecimal over the canonical JSON of `signed`. */
export interface Signature {
  readonly keyid: string
  readonly sig: string
}

/** `bundle.json`: `signed` as it came, because the signature covers fields that this version does not know. */
export interface Envelope {
  readonly signed: Json
  readonly signatures: readonly Signature[]
  readonly keys: readonly PublicKey[]
}

/** The address of a part below the bundle's base: named by its content, so that it never changes. */
export const partFile = (part: Pick<BundlePart, 'path' | 'sha256'>): string =>
  `parts/${part.sha256}.${part.path}`

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
