/**
 * Bloom filters with all bits of a key in one word of 32 bits, so that a question costs one read. Three bits
 * a key at twelve to twenty-four bits of filter let one or two strangers in a hundred pass; the figures for
 * other choices are in docs/adr/0002-matching-engine.md.
 */

/** How far a key is shifted right to get its word; the number of words is a power of two. */
export const shiftFor = (words: number): number => 32 - Math.log2(words)

/** 1 in the lowest bit where the word of a key has all bits of the key; higher bits mean nothing. */
export const passes = (word: number, key: number): number =>
  (word >>> (key & 31)) & (word >>> ((key >>> 5) & 31)) & (word >>> ((key >>> 10) & 31))

/** Makes a filter for so many keys (32-bit hashes, good in all their bits) with at least so many bits for each. */
export class FilterWriter {
  readonly words: Int32Array<ArrayBuffer>
  private readonly shift: number

  constructor(keys: number, bitsPerKey: number) {
    this.words = new Int32Array(2 ** Math.max(1, Math.ceil(Math.log2((keys * bitsPerKey) / 32 + 1))))
    this.shift = shiftFor(this.words.length)
  }

  add(key: number): void {
    const { words, shift } = this
    words[key >>> shift] = (words[key >>> shift] as number) | bitsOf(key)
  }
}

/** Three bits from the lower end of a key; the upper end tells its word. */
const bitsOf = (key: number): number =>
  (1 << (key & 31)) | (1 << ((key >>> 5) & 31)) | (1 << ((key >>> 10) & 31))
