import {
  BUNDLE_FORMAT,
  countRecords,
  MANIFEST_FILE,
  type Manifest,
  READER_VERSION,
} from '../../bundle/manifest.ts'
import type { Json } from '../../bundle/strict-json.ts'
import type { CompiledBundle } from './compile-sources.ts'
import { packParts } from './pack-parts.ts'
import { type SigningKey, sign } from './signing-key.ts'

/** A bundle ready to be written: its files by their path below the base, `bundle.json` last. */
export interface PackedBundle {
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Packs and, with a key, signs. The same input gives the same bytes: Ed25519 signatures are deterministic. */
export async function packBundle(compiled: CompiledBundle, key?: SigningKey): Promise<PackedBundle> {
  const parts = packParts(compiled.records)
  const manifest = manifestOf(
    compiled,
    parts.map((each) => each.part),
  )
  const files = new Map<string, Uint8Array>(parts.map(({ file, bytes }) => [file, bytes]))
  return { manifest, files: files.set(MANIFEST_FILE, await envelopeBytes(manifest, key)) }
}

const manifestOf = ({ header, records }: CompiledBundle, full: Manifest['full']): Manifest => ({
  format: BUNDLE_FORMAT,
  minReader: READER_VERSION,
  id: header.id,
  generation: header.generation,
  title: header.title,
  publisher: header.publisher,
  homepage: header.homepage,
  license: header.license,
  langs: header.langs,
  created: header.created,
  counts: countRecords(records),
  full,
})

/** `bundle.json` of any signed value; without a key it has no signature. */
export async function envelopeBytes(signed: unknown, key?: SigningKey): Promise<Uint8Array> {
  const envelope = {
    signed,
    signatures: key ? [await sign(key, signed as Json)] : [],
    keys: key ? [key.publicKey] : [],
  }
  return new TextEncoder().encode(`${JSON.stringify(envelope, null, 2)}\n`)
}
