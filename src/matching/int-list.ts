/**
 * A list of 32-bit integers that grows: a tenth of the memory of an array of numbers, and no garbage. What it has
 * outgrown is given back at once, and all of it with `free`: a build of a million names must not wait for the collector.
 */
export class IntList {
  length = 0
  data: Int32Array<ArrayBuffer>

  /** What is reserved beyond the content costs next to nothing: memory that was never written to is not there yet. */
  constructor(capacity = 1024) {
    this.data = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.data.length) this.data = new Int32Array(enlarged(this.data.buffer))
    this.data[this.length++] = value
  }

  /** The value at a place, which must be below `length`. */
  at(index: number): number {
    return this.data[index] as number
  }

  /** All values. */
  values(): Int32Array<ArrayBuffer> {
    return this.data.subarray(0, this.length)
  }

  /** Gives its memory back; the list is empty then. */
  free(): void {
    free(this.data)
    this.data = new Int32Array(0)
    this.length = 0
  }
}

/** The content of a buffer in one twice as large; the old one is given back. */
export const enlarged = (buffer: ArrayBuffer): ArrayBuffer =>
  buffer.transfer(Math.max(8, buffer.byteLength * 2))

/** Gives the memory of an array back, which nobody may use any more. */
export const free = (array: ArrayBufferView<ArrayBuffer>): void => void array.buffer.transfer(0)

/** The smallest power of two that is at least as large. */
export const powerOfTwoFrom = (least: number): number => 2 ** Math.ceil(Math.log2(least))
