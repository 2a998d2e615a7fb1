import { free } from './int-list.ts'

const CHUNK_BYTES = 1 << 20
/** Seven bits a byte: no number takes more. */
export const MOST_NUMBER_BYTES = 5

/**
 * Writes records, each its length and its bytes, in chunks: nothing is copied as they grow, and each chunk is given back
 * when it has been taken over.
 */
export class RecordWriter {
  private readonly chunks: Uint8Array<ArrayBuffer>[] = []
  private bytes = new Uint8Array(0)
  private at = 0
  /** Bytes in the chunks before. */
  private before = 0
  /** Where the present record began. */
  private begun = 0

  /** How many bytes there are. */
  get length(): number {
    return this.before + this.at
  }

  /** Where the record begins that was begun last. */
  get recordStart(): number {
    return this.before + this.begun
  }

  /** Begins a record of so many bytes at most. */
  begin(most: number): void {
    if (this.at + most + MOST_NUMBER_BYTES > this.bytes.length) {
      this.closeChunk()
      this.bytes = new Uint8Array(Math.max(CHUNK_BYTES, most + MOST_NUMBER_BYTES))
    }
    this.begun = this.at
    // Nearly all records are shorter than 128 bytes: one byte of length is left free.
    this.at++
  }

  /** Ends it: its length is put before it. */
  end(): void {
    const { bytes, begun } = this
    const start = begun + 1
    const length = this.at - start
    if (length > 0x7f) {
      let wide = 1
      for (let rest = length; rest > 0x7f; rest >>>= 7) wide++
      bytes.copyWithin(begun + wide, start, this.at)
      this.at = begun
      this.varint(length)
      this.at = begun + wide + length
    } else bytes[begun] = length
  }

  /** A number below 2^32 in seven bits a byte, the lowest first. */
  varint(value: number): void {
    const { bytes } = this
    let rest = value
    for (; rest > 0x7f; rest >>>= 7) bytes[this.at++] = (rest & 0x7f) | 0x80
    bytes[this.at++] = rest
  }

  copy(from: Uint8Array, start: number, end: number): void {
    const { bytes } = this
    // Pieces are short: a loop is faster than making a view for `set`.
    for (let index = start; index < end; index++) bytes[this.at++] = from[index] as number
  }

  /** All chunks in their order; each is given back when the next is asked for. */
  *taken(): Generator<Uint8Array<ArrayBuffer>> {
    this.closeChunk()
    for (const chunk of this.chunks) {
      yield chunk
      free(chunk)
    }
  }

  private closeChunk(): void {
    if (this.at > 0) this.chunks.push(this.bytes.subarray(0, this.at))
    this.before += this.at
    this.at = 0
    this.bytes = new Uint8Array(0)
  }
}
