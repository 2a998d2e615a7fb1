import { canonicalBytes } from '../../bundle/crypto.ts'
import { MANIFEST_FILE, type Manifest, partTarget } from '../../bundle/manifest.ts'
import type { Json } from '../../bundle/strict-json.ts'
import type { CompiledBundle } from './compile-sources.ts'
import { packRecords } from './publish/pack-generation.ts'

/** The files of a bundle by their path below its base, `bundle.json` last. */
export type PackagedFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** Packs records as any generation is packed, for a package that vouches for them. The same input gives the same bytes. */
export function packPackaged(compiled: CompiledBundle): PackagedFiles {
  const { full, described } = packRecords(compiled)
  const manifest: Manifest = { ...described, full: full.map(({ part }) => part) }
  const files = new Map(full.map(({ part, bytes }) => [partTarget(part), bytes]))
  return files.set(MANIFEST_FILE, canonicalBytes(manifest as unknown as Json))
}
