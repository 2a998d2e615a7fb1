import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { type ReaderCrypto, sha256 } from './crypto.ts'
import { gunzip } from './gunzip.ts'
import { type BundlePart, partFile } from './manifest.ts'
import { type RecordLine, readRecord } from './read-record.ts'

const NEWLINE = 0x0a

/**
 * The records of one part, from the bytes as they were sent: length and hash first, then
 * decompression to the declared size, then every line through the gate for records.
 */
export async function readPart(
  part: BundlePart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
): Promise<Result<readonly RecordLine[], BundleError>> {
  const where = partFile(part)
  if (bytes.length !== part.length)
    return refuse('wrong-length', where, `${bytes.length} bytes, not ${part.length}`)
  const hash = await sha256(crypto, bytes)
  if (hash !== part.sha256) return refuse('wrong-hash', where, `its hash is ${hash}`)
  const raw = await gunzip(bytes, part.raw)
  if (!raw.ok) return refuse(raw.error, where, `declared as ${part.raw} bytes decompressed`)
  const lines = readLines(raw.value, where)
  if (!lines.ok || lines.value.length === part.records) return lines
  return refuse('wrong-count', where, `${lines.value.length} records, not ${part.records}`)
}

function readLines(raw: Uint8Array, where: string): Result<readonly RecordLine[], BundleError> {
  const lines: RecordLine[] = []
  for (let start = 0; start < raw.length; ) {
    const end = raw.indexOf(NEWLINE, start)
    const place = `${where}:${lines.length + 1}`
    if (end < 0) return refuse('bad-record', place, 'the last line has no end')
    const read = readRecord(raw.subarray(start, end))
    if (!read.ok)
      return refuse('bad-record', place, `${read.error.code} ${read.error.path}: ${read.error.detail}`)
    lines.push(read.value)
    start = end + 1
  }
  return ok(lines)
}
