import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { type ReaderCrypto, sha256 } from './crypto.ts'
import { gunzip } from './gunzip.ts'

/** What the manifest says of a packed file: its bytes as sent, their hash, and its bytes once decompressed. */
export interface PackedFile {
  readonly length: number
  readonly sha256: string
  readonly raw: number
}

const NEWLINE = 0x0a

/**
 * The lines of a packed file, without their ends, from the bytes as they were sent: length and hash first, then
 * decompression to the declared size, and only then anything is looked at. `where` names the file in errors.
 */
export async function unpackPart(
  file: PackedFile,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
  crypto: ReaderCrypto,
): Promise<Result<readonly Uint8Array[], BundleError>> {
  const raw = await unpacked(file, bytes, where, crypto)
  return raw.ok ? linesOf(raw.value, where) : raw
}

/** The same as one text, of a file whose lines have been through the gate before. */
export async function unpackText(
  file: PackedFile,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
): Promise<Result<string, BundleError>> {
  const raw = await unpacked(file, bytes, file.sha256, crypto)
  return raw.ok ? ok(new TextDecoder().decode(raw.value)) : raw
}

async function unpacked(
  file: PackedFile,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
  crypto: ReaderCrypto,
): Promise<Result<Uint8Array, BundleError>> {
  if (bytes.length !== file.length)
    return refuse('wrong-length', where, `${bytes.length} bytes, not ${file.length}`)
  const hash = await sha256(crypto, bytes)
  if (hash !== file.sha256) return refuse('wrong-hash', where, `its hash is ${hash}`)
  const raw = await gunzip(bytes, file.raw)
  if (!raw.ok) return refuse(raw.error, where, `declared as ${file.raw} bytes decompressed`)
  return raw
}

function linesOf(raw: Uint8Array, where: string): Result<readonly Uint8Array[], BundleError> {
  const lines: Uint8Array[] = []
  for (let start = 0; start < raw.length; ) {
    const end = raw.indexOf(NEWLINE, start)
    if (end < 0) return refuse('bad-record', `${where}:${lines.length + 1}`, 'the last line has no end')
    lines.push(raw.subarray(start, end))
    start = end + 1
  }
  return ok(lines)
}
