import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { MAX_COMPRESSION_RATIO, MAX_PART_BYTES, MAX_PART_RAW_BYTES } from '../../../bundle/limits.ts'
import type { BundlePart } from '../../../bundle/manifest.ts'

/**
 * Bytes of a part before compression. Records compress to a third or less, so that parts stay near 2 MiB: few parts
 * keep the metadata small, and a reader fetches one while the one before is checked, with 4 MiB at stake at most.
 */
const PART_RAW_BYTES = 6 * 1024 * 1024

/** The byte of a gzip header that tells the operating system; 255 is "unknown" (RFC 1952). */
const GZIP_SYSTEM_OFFSET = 9
const UNKNOWN_SYSTEM = 255

/** A part and its compressed bytes. */
export interface PackedLines {
  readonly part: BundlePart
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A run of lines, compressed, before it has a name. */
export interface PackedRun {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly raw: number
  readonly records: number
}

/**
 * Packs lines (without their ends) into parts as they come; of the lines no more than one part is held. A part that
 * comes out over what a reader takes is split in two until it fits: text that does not compress makes more parts, not
 * a refusal.
 */
export class LinePacker {
  #lines: Buffer[] = []
  #size = 0

  /** Takes the next line; gives the parts that came to their end before it. */
  add(line: string): readonly PackedRun[] {
    const bytes = Buffer.from(`${line}\n`)
    const full = this.#size + bytes.length > PART_RAW_BYTES ? this.finish() : []
    this.#lines.push(bytes)
    this.#size += bytes.length
    return full
  }

  /** The parts of what is left. */
  finish(): readonly PackedRun[] {
    const lines = this.#lines
    this.#lines = []
    this.#size = 0
    return lines.length === 0 ? [] : packRun(lines)
  }
}

/** A run with the name that a part has among the targets. */
export const namedPart = ({ bytes, raw, records }: PackedRun, path: string): PackedLines => ({
  bytes,
  part: {
    path,
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    raw,
    records,
  },
})

function packRun(lines: readonly Buffer[]): PackedRun[] {
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
