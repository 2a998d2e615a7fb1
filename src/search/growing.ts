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

  at(index: number): number {
    return (this.pieces[index >>> PIECE_BITS] as Uint8Array)[index & (PIECE - 1)] as number
  }

  /** What is in it, piece by piece; each is given back when the next is asked for, and the list is empty in the end. */
  *taken(): Generator<Uint8Array<ArrayBuffer>> {
    for (const [index, piece] of this.pieces.entries()) {
      yield piece.subarray(0, this.length - index * PIECE)
      free(piece)
    }
    this.pieces = []
    this.length = 0
  }
}

/** Gives the memory of an array back, which nobody may use any more: a million entities must not wait for the collector. */
export const free = (array: ArrayBufferView<ArrayBuffer>): void => void array.buffer.transfer(0)
