import { gunzipSync } from 'node:zlib'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { type PackedGeneration, packLines } from '../bundle/packed-generation.ts'

/** A generation of one part in as many parts as a larger one has. */
export function inParts(packed: PackedGeneration, parts: number): PackedGeneration {
  const [part] = packed.manifest.full
  const raw = gunzipSync(packed.targets.get(part?.path ?? '') ?? new Uint8Array()).toString()
  const lines = raw.trimEnd().split('\n')
  const size = lines.length / parts
  const files = Array.from({ length: parts }, (_, index) =>
    packLines(
      lines.slice(index * size, (index + 1) * size),
      () => `full-${String(index).padStart(5, '0')}.jsonl.gz`,
    ),
  ).flat()
  const manifest = { ...packed.manifest, full: files.map(({ part: each }) => each) }
  const targets = new Map(files.map((file) => [file.part.path, file.bytes]))
  return { ...packed, targets: targets.set(MANIFEST_FILE, manifestBytes(manifest)) }
}
