/** A list of 32-bit integers that grows: a tenth of the memory of an array of numbers, and no garbage. */
export class IntList {
  length = 0
  data: Int32Array

  constructor(capacity = 1024) {
    this.data = new Int32Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const { data } = this
      this.data = new Int32Array(data.length * 2)
      this.data.set(data)
    }
    this.data[this.length++] = value
  }

  /** The value at a place, which must be below `length`. */
  at(index: number): number {
    return this.data[index] as number
  }

  /** All values. */
  values(): Int32Array {
    return this.data.subarray(0, this.length)
  }
}

/** The smallest power of two that is at least as large. */
export const powerOfTwoFrom = (least: number): number => 2 ** Math.ceil(Math.log2(least))
