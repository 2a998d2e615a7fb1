import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import type { ReaderCrypto } from './crypto.ts'
import { type BundlePart, partTarget } from './manifest.ts'
import { pause } from './pause.ts'
import { type RecordLine, readRecord } from './read-record.ts'
import { unpackPart } from './unpack-part.ts'

/** Lines read in one go: some five milliseconds, then others may run. */
const LINES_AT_ONCE = 500

/**
 * The records of one part, from the bytes as they were sent: length and hash first, then
 * decompression to the declared size, then every line through the gate for records. `where` names the file in errors.
 */
export async function readPart(
  part: BundlePart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
  where = partTarget(part),
): Promise<Result<readonly RecordLine[], BundleError>> {
  const unpacked = await unpackPart(part, bytes, where, crypto)
  if (!unpacked.ok) return unpacked
  const lines: RecordLine[] = []
  for (const [index, line] of unpacked.value.entries()) {
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await pause()
    const read = recordAt(line, `${where}:${index + 1}`)
    if (!read.ok) return read
    lines.push(read.value)
  }
  if (lines.length === part.records) return ok(lines)
  return refuse('wrong-count', where, `${lines.length} records, not ${part.records}`)
}

/** One line through the gate for records; `place` is its file and number. */
export function recordAt(line: Uint8Array, place: string): Result<RecordLine, BundleError> {
  const read = readRecord(line)
  if (read.ok) return read
  return refuse('bad-record', place, `${read.error.code} ${read.error.path}: ${read.error.detail}`)
}
