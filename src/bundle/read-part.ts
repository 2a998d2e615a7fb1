import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import type { ReaderCrypto } from './crypto.ts'
import type { Follower } from './follower.ts'
import { MAX_RECORD_BYTES } from './limits.ts'
import { type BundlePart, partTarget } from './manifest.ts'
import { pause } from './pause.ts'
import { type RecordLine, readRecord, recordLine } from './read-record.ts'
import { metOutline, scanFrom } from './scan-record.ts'
import { decodeText } from './strict-json.ts'
import { NEWLINE, NO_END, unpackBlocks } from './unpack-part.ts'

/** Records read in one go: some three milliseconds, then others may run. */
const RECORDS_AT_ONCE = 500

/**
 * Records in a slice of a part: what one transaction writes (`staging.ts`). Slice by slice, so that one is written while
 * the next is read, and nothing of it is held for the others.
 */
const SLICE_RECORDS = 1_920

/** How a part is read. */
export interface ReadOptions {
  /** Names the file in errors. */
  readonly where?: string
  /** Told whole lines whose records have been verified, some at a time; what it waits for is waited for. */
  readonly onLines?: Follower['lines'] | undefined
}

/** A part as it is read; ends after the first slice that is refused. */
export type PartSlices = AsyncIterable<Result<readonly RecordLine[], BundleError>>

/**
 * The records of one part in slices, from the bytes as they were sent: length and hash first, then
 * decompression to the declared size, then every line through the gate for records.
 */
export async function* readSlices(
  part: BundlePart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
  { where = partTarget(part), onLines }: ReadOptions = {},
): PartSlices {
  let [records, done, rested]: [RecordLine[], number, number] = [[], 0, 0]
  for await (const block of unpackBlocks(part, bytes, where, crypto)) {
    const read = block.ok ? readBlock(block.value, where, done + records.length, records) : block
    if (!read.ok) return yield read
    const waiting = block.ok ? onLines?.(block.value) : undefined
    if (waiting) await waiting
    for (; records.length >= SLICE_RECORDS; done += SLICE_RECORDS) {
      yield ok(records.slice(0, SLICE_RECORDS))
      records = records.slice(SLICE_RECORDS)
    }
    if (done + records.length - rested < RECORDS_AT_ONCE) continue
    rested = done + records.length
    await pause()
  }
  if (records.length > 0) yield ok(records)
  done += records.length
  if (done !== part.records) yield refuse('wrong-count', where, `${done} records, not ${part.records}`)
}

/** All records of one part; nothing of it where anything is refused. */
export async function readPart(
  part: BundlePart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
  where = partTarget(part),
): Promise<Result<readonly RecordLine[], BundleError>> {
  const records: (readonly RecordLine[])[] = []
  for await (const slice of readSlices(part, bytes, crypto, { where })) {
    if (!slice.ok) return slice
    records.push(slice.value)
  }
  return ok(records.flat())
}

/** Takes in the records of a block, which stand behind `before` lines of their file. */
function readBlock(
  bytes: Uint8Array,
  where: string,
  before: number,
  records: RecordLine[],
): Result<undefined, BundleError> {
  const first = records.length
  const text = decodeText(bytes)
  // Where every letter is one byte all lines are cut out of one text; else each is a text of its own, so that
  // none is kept in twice the room because of its neighbours.
  const isPlain = text?.length === bytes.length
  for (let start = 0; start < bytes.length; ) {
    let end = isPlain ? scanFrom(bytes, start, text, start) : -1
    if (end >= 0 && bytes[end] === NEWLINE && end - start <= MAX_RECORD_BYTES) {
      records.push(recordLine(metOutline(), text?.slice(start, end) ?? '', bytes, start, end))
    } else {
      end = bytes.indexOf(NEWLINE, start)
      const place = `${where}:${before + records.length - first + 1}`
      if (end < 0) return refuse('bad-record', place, NO_END)
      const read = recordAt(bytes.subarray(start, end), place)
      if (!read.ok) return read
      records.push(read.value)
    }
    start = end + 1
  }
  return ok(undefined)
}

/** One line through the gate for records; `place` is its file and number. */
export function recordAt(line: Uint8Array, place: string): Result<RecordLine, BundleError> {
  const read = readRecord(line)
  if (read.ok) return read
  return refuse('bad-record', place, `${read.error.code} ${read.error.path}: ${read.error.detail}`)
}
