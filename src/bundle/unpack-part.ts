import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { type ReaderCrypto, sha256 } from './crypto.ts'
import { gunzip } from './gunzip.ts'
import { joinBytes } from './join-bytes.ts'

/** What the manifest says of a packed file: its bytes as sent, their hash, and its bytes once decompressed. */
export interface PackedFile {
  readonly length: number
  readonly sha256: string
  readonly raw: number
}

/** What ends a line. */
export const NEWLINE = 0x0a

/** Bytes of a block at most, but for a line that is longer: some hundred records, half a millisecond's work. */
const BLOCK_BYTES = 64 * 1024

/**
 * A packed file as whole lines, some of them at a time, from the bytes as they were sent: length and hash first, then
 * decompression, counted to the declared size, and only then anything is looked at. Only the last line may lack its end.
 * `where` names the file in errors.
 */
export async function* unpackBlocks(
  file: PackedFile,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
  crypto: ReaderCrypto,
): AsyncGenerator<Result<Uint8Array, BundleError>> {
  if (bytes.length !== file.length)
    return yield refuse('wrong-length', where, `${bytes.length} bytes, not ${file.length}`)
  const hash = await sha256(crypto, bytes)
  if (hash !== file.sha256) return yield refuse('wrong-hash', where, `its hash is ${hash}`)
  let begun: Uint8Array[] = []
  for await (const piece of gunzip(bytes, file.raw)) {
    if (!piece.ok) return yield refuse(piece.error, where, `declared as ${file.raw} bytes decompressed`)
    for (const block of blocksOf(piece.value)) {
      const first = block.indexOf(NEWLINE) + 1
      begun.push(first > 0 ? block.subarray(0, first) : block)
      if (first === 0) continue
      const last = block.lastIndexOf(NEWLINE) + 1
      yield ok(joinBytes(begun))
      if (last > first) yield ok(block.subarray(first, last))
      begun = last < block.length ? [block.subarray(last)] : []
    }
  }
  if (begun.length > 0) yield ok(joinBytes(begun))
}

function* blocksOf(piece: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < piece.length; start += BLOCK_BYTES)
    yield piece.subarray(start, start + BLOCK_BYTES)
}

/** All lines of a packed file, without their ends. */
export async function unpackLines(
  file: PackedFile,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
  crypto: ReaderCrypto,
): Promise<Result<readonly Uint8Array[], BundleError>> {
  const lines: Uint8Array[] = []
  for await (const block of unpackBlocks(file, bytes, where, crypto)) {
    if (!block.ok) return block
    for (let start = 0; start < block.value.length; ) {
      const end = block.value.indexOf(NEWLINE, start)
      if (end < 0) return refuse('bad-record', `${where}:${lines.length + 1}`, NO_END)
      lines.push(block.value.subarray(start, end))
      start = end + 1
    }
  }
  return ok(lines)
}

/** What is wrong with a last line that nothing ends. */
export const NO_END = 'the last line has no end'
