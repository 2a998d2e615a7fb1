/** A list of numbers below 2^32 that grows without an object for each of them. */
export class NumberList {
  length = 0
  private numbers = new Uint32Array(1024)

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(2 * this.length)
      larger.set(this.numbers)
      this.numbers = larger
    }
    this.numbers[this.length++] = number
  }

  /** What is in it: shared, not to be changed. */
  view(): Uint32Array {
    return this.numbers.subarray(0, this.length)
  }
}

const encoder = new TextEncoder()

/** Texts one after the other as UTF-8, with where each begins; one more offset tells where the last one ends. */
export class TextList {
  readonly offsets = new NumberList()
  private bytes = new Uint8Array(4096)
  private used = 0

  constructor() {
    this.offsets.push(0)
  }

  push(text: string): void {
    // A UTF-16 unit is three bytes of UTF-8 at the most.
    const needed = this.used + 3 * text.length
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.bytes.length))
      larger.set(this.bytes.subarray(0, this.used))
      this.bytes = larger
    }
    this.used += encoder.encodeInto(text, this.bytes.subarray(this.used)).written
    this.offsets.push(this.used)
  }

  /** What is in it: shared, not to be changed. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.used)
  }
}
