/** What tells the hash of a word, as tokens have it (`NameIndex.hashOf`). */
export interface WordHasher {
  hashOf(word: string): number
}

/** Words by their hashes, a bit each: says of most tokens at the cost of one read that they are none of them. */
export class WordFilter {
  private readonly bits = new Int32Array(1 << (BITS - 5))
  private readonly hasher: WordHasher

  constructor(hasher: WordHasher, words: Iterable<string> = []) {
    this.hasher = hasher
    for (const word of words) this.add(word)
  }

  add(word: string): void {
    const bit = this.hasher.hashOf(word) >>> SHIFT
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31))
  }

  /** Whether a token may be one of the words; whether it is, its text tells. */
  mayBe(hash: number): boolean {
    const bit = hash >>> SHIFT
    return ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0
  }
}

/** Of some hundred words one other in forty passes. */
const BITS = 12
const SHIFT = 32 - BITS
