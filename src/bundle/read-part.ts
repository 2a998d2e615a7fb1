import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import type { ReaderCrypto } from './crypto.ts'
import { type BundlePart, partTarget } from './manifest.ts'
import { pause } from './pause.ts'
import { type RecordLine, readRecord } from './read-record.ts'
import { unpackPart } from './unpack-part.ts'

/** Lines read in one go: some three milliseconds, then others may run. */
const LINES_AT_ONCE = 500

/**
 * Records in a slice of a part: what one transaction writes (`staging.ts`). Slice by slice, so that one is written while
 * the next is read, and nothing of it is held for the others.
 */
const SLICE_RECORDS = 1_920

/** A part as it is read; ends after the first slice that is refused. */
export type PartSlices = AsyncIterable<Result<readonly RecordLine[], BundleError>>

/**
 * The records of one part in slices, from the bytes as they were sent: length and hash first, then
 * decompression to the declared size, then every line through the gate for records. `where` names the file in errors.
 */
export async function* readSlices(
  part: BundlePart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
  where = partTarget(part),
): PartSlices {
  const unpacked = await unpackPart(part, bytes, where, crypto)
  if (!unpacked.ok) return yield unpacked
  const { value: lines } = unpacked
  for (let start = 0; start < lines.length; start += SLICE_RECORDS) {
    const slice = await readLines(lines.slice(start, start + SLICE_RECORDS), where, start)
    yield slice
    if (!slice.ok) return
  }
  if (lines.length !== part.records)
    yield refuse('wrong-count', where, `${lines.length} records, not ${part.records}`)
}

/** All records of one part; nothing of it where anything is refused. */
export async function readPart(
  part: BundlePart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
  where = partTarget(part),
): Promise<Result<readonly RecordLine[], BundleError>> {
  const records: (readonly RecordLine[])[] = []
  for await (const slice of readSlices(part, bytes, crypto, where)) {
    if (!slice.ok) return slice
    records.push(slice.value)
  }
  return ok(records.flat())
}

async function readLines(
  lines: readonly Uint8Array[],
  where: string,
  before: number,
): Promise<Result<readonly RecordLine[], BundleError>> {
  const records: RecordLine[] = []
  for (const [index, line] of lines.entries()) {
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await pause()
    const read = recordAt(line, `${where}:${before + index + 1}`)
    if (!read.ok) return read
    records.push(read.value)
  }
  return ok(records)
}

/** One line through the gate for records; `place` is its file and number. */
export function recordAt(line: Uint8Array, place: string): Result<RecordLine, BundleError> {
  const read = readRecord(line)
  if (read.ok) return read
  return refuse('bad-record', place, `${read.error.code} ${read.error.path}: ${read.error.detail}`)
}
