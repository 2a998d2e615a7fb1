/** Things in a piece: a list grows by pieces, so that nothing is copied and at most one piece is not full. */
const PIECE = 1 << 16

/** A list of numbers below 2^32 that grows without an object for each of them. */
export class NumberList {
  length = 0
  private readonly pieces: Uint32Array[] = []

  push(number: number): void {
    const { length } = this
    if (length % PIECE === 0) this.pieces.push(new Uint32Array(PIECE))
    ;(this.pieces[length >>> 16] as Uint32Array)[length & (PIECE - 1)] = number
    this.length = length + 1
  }

  at(index: number): number {
    return (this.pieces[index >>> 16] as Uint32Array)[index & (PIECE - 1)] as number
  }

  put(index: number, number: number): void {
    ;(this.pieces[index >>> 16] as Uint32Array)[index & (PIECE - 1)] = number
  }

  /** What is in it, piece by piece: shared, not to be changed. */
  views(): Uint32Array[] {
    return this.pieces.map((piece, index) => piece.subarray(0, this.length - index * PIECE))
  }
}

/** A list of bytes, the same way. */
export class ByteList {
  length = 0
  private readonly pieces: Uint8Array[] = []

  push(byte: number): void {
    const { length } = this
    if (length % PIECE === 0) this.pieces.push(new Uint8Array(PIECE))
    ;(this.pieces[length >>> 16] as Uint8Array)[length & (PIECE - 1)] = byte
    this.length = length + 1
  }

  views(): Uint8Array[] {
    return this.pieces.map((piece, index) => piece.subarray(0, this.length - index * PIECE))
  }
}

const encoder = new TextEncoder()
/** Longer than any text that is listed (names and ids have at most 200 UTF-16 units). */
const room = new Uint8Array(1 << 12)

/** Texts one after the other as UTF-8, with where each begins; one more offset tells where the last one ends. */
export class TextList {
  readonly offsets = new NumberList()
  readonly bytes = new ByteList()

  constructor() {
    this.offsets.push(0)
  }

  push(text: string): void {
    let at = 0
    // Ids and most texts are plain: a call of the encoder costs more than they do.
    for (let unit = text.charCodeAt(0); at < text.length && unit < 0x80; unit = text.charCodeAt(++at))
      this.bytes.push(unit)
    if (at < text.length) {
      const { written } = encoder.encodeInto(text.slice(at), room)
      for (let byte = 0; byte < written; byte++) this.bytes.push(room[byte] as number)
    }
    this.offsets.push(this.bytes.length)
  }
}
