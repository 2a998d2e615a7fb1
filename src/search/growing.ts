/** Things in a piece: a list grows by pieces, so that nothing is copied and at most one piece is not full. */
const PIECE_BITS = 16
const PIECE = 1 << PIECE_BITS

/** A list of numbers below 2^32 that grows without an object for each of them. */
export class NumberList {
  length = 0
  private pieces: Uint32Array<ArrayBuffer>[] = []

  push(number: number): void {
    const { length } = this
    if (length % PIECE === 0) this.pieces.push(new Uint32Array(PIECE))
    ;(this.pieces[length >>> PIECE_BITS] as Uint32Array)[length & (PIECE - 1)] = number
    this.length = length + 1
  }

  at(index: number): number {
    return (this.pieces[index >>> PIECE_BITS] as Uint32Array)[index & (PIECE - 1)] as number
  }

  put(index: number, number: number): void {
    ;(this.pieces[index >>> PIECE_BITS] as Uint32Array)[index & (PIECE - 1)] = number
  }

  /** What is in it, piece by piece: shared, not to be changed. */
  views(): Uint32Array<ArrayBuffer>[] {
    return this.pieces.map((piece, index) => piece.subarray(0, this.length - index * PIECE))
  }

  /** The same; each is given back when the next is asked for, and the list is empty in the end. */
  *taken(): Generator<Uint32Array<ArrayBuffer>> {
    yield* takenFrom(this.pieces, this.length)
    this.pieces = []
    this.length = 0
  }

  /** Gives the memory back. */
  free(): void {
    this.pieces.forEach(free)
    this.pieces = []
    this.length = 0
  }
}

/** A list of bytes, the same way. */
export class ByteList {
  length = 0
  private pieces: Uint8Array<ArrayBuffer>[] = []

  push(byte: number): void {
    const { length } = this
    if (length % PIECE === 0) this.pieces.push(new Uint8Array(PIECE))
    ;(this.pieces[length >>> PIECE_BITS] as Uint8Array)[length & (PIECE - 1)] = byte
    this.length = length + 1
  }

  *taken(): Generator<Uint8Array<ArrayBuffer>> {
    yield* takenFrom(this.pieces, this.length)
    this.pieces = []
    this.length = 0
  }
}

function* takenFrom<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  pieces: readonly T[],
  length: number,
): Generator<T> {
  for (const [index, piece] of pieces.entries()) {
    yield piece.subarray(0, length - index * PIECE) as T
    free(piece)
  }
}

/** Gives the memory of an array back, which nobody may use any more: a million entities must not wait for the collector. */
export const free = (array: ArrayBufferView<ArrayBuffer>): void => void array.buffer.transfer(0)

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
    const { written } = encoder.encodeInto(text, room)
    for (let at = 0; at < written; at++) this.bytes.push(room[at] as number)
    this.offsets.push(this.bytes.length)
  }
}
