import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type BundlePart, partFile } from '../../bundle/manifest.ts'
import type { EntityRecord } from '../../model/entity.ts'

/**
 * Bytes of a part before compression. Half the room that a reader grants compressed bytes, so that
 * even text which does not compress fits; large enough that a million records make a few hundred parts.
 */
const PART_RAW_BYTES = 2 * 1024 * 1024

/** The byte of a gzip header that tells the operating system; 255 is "unknown" (RFC 1952). */
const GZIP_SYSTEM_OFFSET = 9
const UNKNOWN_SYSTEM = 255

/** A part and its compressed bytes. */
export interface PackedPart {
  readonly part: BundlePart
  readonly file: string
  readonly bytes: Uint8Array
}

/** Packs records, which are in ascending order of their ids, into parts: one record a line. */
export function packParts(records: readonly EntityRecord[]): PackedPart[] {
  const parts: PackedPart[] = []
  let lines: Buffer[] = []
  let size = 0
  for (const record of records) {
    const line = Buffer.from(`${JSON.stringify(record)}\n`)
    if (size + line.length > PART_RAW_BYTES && lines.length > 0) {
      parts.push(packPart(parts.length, lines))
      lines = []
      size = 0
    }
    lines.push(line)
    size += line.length
  }
  if (lines.length > 0) parts.push(packPart(parts.length, lines))
  return parts
}

function packPart(number: number, lines: readonly Buffer[]): PackedPart {
  const raw = Buffer.concat(lines)
  // No time and no system in the header: the same records give the same bytes everywhere.
  const bytes = gzipSync(raw, { level: 9 })
  bytes[GZIP_SYSTEM_OFFSET] = UNKNOWN_SYSTEM
  const part = {
    path: `full-${String(number).padStart(5, '0')}.jsonl.gz`,
    length: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    raw: raw.length,
    records: lines.length,
  }
  return { part, file: partFile(part), bytes }
}
