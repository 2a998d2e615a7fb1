/** Bytes that grow, with the two codes that an index is written in. */
export class ByteWriter {
  length = 0
  bytes: Uint8Array

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity)
  }

  /** Makes sure that so many more bytes fit. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const { bytes } = this
    this.bytes = new Uint8Array(Math.max(bytes.length * 2, this.length + more))
    this.bytes.set(bytes)
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  /** A number from 0 to 2^31 - 1 in seven bits a byte, the lowest first. */
  varint(value: number): void {
    this.reserve(5)
    let rest = value
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80
    this.bytes[this.length++] = rest
  }

  /** A UTF-16 unit as UTF-8 would write it, halves of surrogate pairs one by one, so that any text comes back. */
  unit(unit: number): void {
    this.reserve(3)
    if (unit < 0x80) this.bytes[this.length++] = unit
    else if (unit < 0x800) {
      this.bytes[this.length++] = 0xc0 | (unit >>> 6)
      this.bytes[this.length++] = 0x80 | (unit & 0x3f)
    } else {
      this.bytes[this.length++] = 0xe0 | (unit >>> 12)
      this.bytes[this.length++] = 0x80 | ((unit >>> 6) & 0x3f)
      this.bytes[this.length++] = 0x80 | (unit & 0x3f)
    }
  }

  copy(from: Uint8Array, start: number, end: number): void {
    this.reserve(end - start)
    // Pieces are short: a loop is faster than making a view for `set`.
    for (let index = start; index < end; index++) this.bytes[this.length++] = from[index] as number
  }
}
