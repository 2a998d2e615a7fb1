/**
 * Numbers of one width of one to four bytes, little-endian, one after the other: an index of a million entities has tens of
 * millions of them, and hardly one needs four bytes. Three bytes may stand behind the last one that are read with it.
 */
export class PackedNumbers {
  readonly length: number
  readonly #view: DataView
  readonly #from: number
  readonly #width: number
  readonly #mask: number

  /** `from` and `bytes`: where the numbers lie in the buffer, and how many bytes they have. */
  constructor(buffer: ArrayBuffer, from: number, bytes: number, width: number) {
    this.#view = new DataView(buffer)
    this.#from = from
    this.#width = width
    this.#mask = (2 ** (8 * width) - 1) >>> 0
    this.length = bytes / width
  }

  at(index: number): number {
    return (this.#view.getUint32(this.#from + index * this.#width, true) & this.#mask) >>> 0
  }
}

/** Bytes that may be read behind numbers, and must be there. */
export const READ_BEHIND = 3

/** The fewest bytes that hold every number up to `most`. */
export const widthFor = (most: number): number =>
  most < 0x100 ? 1 : most < 0x1_0000 ? 2 : most < 0x100_0000 ? 3 : 4

/** Writes a number into bytes. */
export function putPacked(bytes: Uint8Array, index: number, width: number, number: number): void {
  let at = index * width
  bytes[at++] = number
  if (width > 1) bytes[at++] = number >>> 8
  if (width > 2) bytes[at++] = number >>> 16
  if (width > 3) bytes[at] = number >>> 24
}

/** Numbers in a piece that is packed at once. */
const AT_ONCE = 1 << 16

/** So many numbers, packed piece by piece; each piece is of use until the next is asked for. */
export function* packedPieces(
  count: number,
  width: number,
  numberAt: (index: number) => number,
): Generator<Uint8Array<ArrayBuffer>> {
  const room = new Uint8Array(Math.min(count, AT_ONCE) * width)
  for (let start = 0; start < count; start += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - start)
    for (let index = 0; index < size; index++) putPacked(room, index, width, numberAt(start + index))
    yield room.subarray(0, size * width)
  }
}
