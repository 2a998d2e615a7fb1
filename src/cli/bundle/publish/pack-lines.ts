import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { MAX_COMPRESSION_RATIO, MAX_PART_BYTES, MAX_PART_RAW_BYTES } from '../../../bundle/limits.ts'
import type { BundlePart } from '../../../bundle/manifest.ts'

/**
 * Bytes of a part before compression. Records compress to a third or less, so that parts stay near 3 MiB: few parts
 * keep the metadata small, and a kill costs the reader one of them.
 */
const PART_RAW_BYTES = 8 * 1024 * 1024

/** The byte of a gzip header that tells the operating system; 255 is "unknown" (RFC 1952). */
const GZIP_SYSTEM_OFFSET = 9
const UNKNOWN_SYSTEM = 255

/** A part and its compressed bytes. */
export interface PackedLines {
  readonly part: BundlePart
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Packs lines (without their ends) into parts; `pathOf` names them. A part that comes out over what a reader takes is
 * split in two until it fits: text that does not compress makes more parts, not a refusal.
 */
export function packLines(
  lines: readonly string[],
  pathOf: (index: number, count: number) => string,
): PackedLines[] {
  const packed = runsOf(lines.map((line) => Buffer.from(`${line}\n`))).flatMap(packRun)
  return packed.map(({ bytes, raw, records }, index) => ({
    bytes,
    part: {
      path: pathOf(index, packed.length),
      length: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      raw,
      records,
    },
  }))
}

function runsOf(lines: readonly Buffer[]): Buffer[][] {
  const runs: Buffer[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const line of lines) {
    if (size + line.length > PART_RAW_BYTES) {
      runs.push([])
      size = 0
    }
    runs.at(-1)?.push(line)
    size += line.length
  }
  return runs
}

interface Run {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly raw: number
  readonly records: number
}

function packRun(lines: readonly Buffer[]): Run[] {
  const raw = Buffer.concat(lines)
  const bytes = gzip(raw)
  if (bytes.length <= MAX_PART_BYTES && raw.length <= MAX_PART_RAW_BYTES)
    return [{ bytes, raw: raw.length, records: lines.length }]
  const half = lines.length >> 1
  return [...packRun(lines.slice(0, half)), ...packRun(lines.slice(half))]
}

/** No time and no system in the header: the same lines give the same bytes everywhere. */
function gzip(raw: Buffer): Uint8Array<ArrayBuffer> {
  const best = gzipSync(raw, { level: 9 })
  // Text that repeats itself beyond what a reader believes is stored, not compressed.
  const bytes = raw.length > best.length * MAX_COMPRESSION_RATIO ? gzipSync(raw, { level: 0 }) : best
  bytes[GZIP_SYSTEM_OFFSET] = UNKNOWN_SYSTEM
  return new Uint8Array(bytes)
}
