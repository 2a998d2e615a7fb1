import type { BundleError } from '../../bundle/bundle-error.ts'
import { canonicalBytes } from '../../bundle/crypto.ts'
import { MANIFEST_FILE, partTarget } from '../../bundle/manifest.ts'
import { lineAgain } from '../../bundle/read-record.ts'
import type { Json } from '../../bundle/strict-json.ts'
import { ok, type Result } from '../../model/result.ts'
import type { CompiledBundle } from './compile-sources.ts'
import { FullPacker } from './publish/pack-full.ts'

/** The files of a bundle by their path below its base, `bundle.json` last. */
export type PackagedFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** Packs records as any generation is packed, for a package that vouches for them. The same input gives the same bytes. */
export function packPackaged({ header, records }: CompiledBundle): Result<PackagedFiles, BundleError> {
  const packer = new FullPacker(header)
  const first = packer.add(records.map((record) => lineAgain(JSON.stringify(record))))
  if (!first.ok) return first
  const end = packer.finish()
  if (!end.ok) return end
  const parts = [...first.value, ...end.value.last]
  const files = new Map(parts.map(({ part, bytes }) => [partTarget(part), bytes]))
  return ok(files.set(MANIFEST_FILE, canonicalBytes(end.value.described as unknown as Json)))
}
