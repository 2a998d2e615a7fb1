import type { TokenSink } from '../matching/types.ts'

/**
 * The tokens of a page, block after block, as the scan for its names reads them: where each begins in its block
 * (UTF-16 units) and its hash. Whatever asks for words asks here; the text itself is read no second time.
 */
export class PageTokens implements TokenSink {
  starts = new Int32Array(FEW_TOKENS)
  hashes = new Int32Array(FEW_TOKENS)
  count = 0
  /** One bit for the high bits of each hash: most words that are asked for are not on the page. */
  private readonly seen = new Int32Array(1 << (FILTER_BITS - 5))
  /** For the high bits of a hash one more than the number of the last such token, and for each token the one before. */
  private readonly heads = new Int32Array(1 << CHAIN_BITS)
  private before = new Int32Array(0)
  /** How many tokens are in the chains. */
  private chained = 0

  /** Begins another page. */
  reset(): void {
    this.count = 0
    this.chained = 0
    this.seen.fill(0)
    this.heads.fill(0)
  }

  take(starts: Int32Array, hashes: Int32Array, count: number): void {
    if (this.count + count > this.starts.length) this.grow(this.count + count)
    const { starts: ownStarts, hashes: ownHashes, seen } = this
    let to = this.count
    for (let token = 0; token < count; token += 1, to += 1) {
      const hash = hashes[token] as number
      const bit = hash >>> FILTER_SHIFT
      ownStarts[to] = starts[token] as number
      ownHashes[to] = hash
      seen[bit >>> 5] = (seen[bit >>> 5] as number) | (1 << (bit & 31))
    }
    this.count = to
  }

  /** Whether a token with a hash may be on the page; `hash` is as an index's `hashOf` tells it. */
  mayHave(hash: number): boolean {
    const bit = hash >>> FILTER_SHIFT
    return ((this.seen[bit >>> 5] as number) & (1 << (bit & 31))) !== 0
  }

  /** The number of the last token with a hash before another one, or -1; first asked with `count`. */
  lastBefore(token: number, hash: number): number {
    if (this.chained < this.count) this.chain()
    const { hashes, before } = this
    let at = token === this.count ? (this.heads[hash >>> CHAIN_SHIFT] as number) : (before[token] as number)
    while (at > 0 && ((hashes[at - 1] as number) | LOWER_BIT) !== hash) at = before[at - 1] as number
    return at - 1
  }

  private chain(): void {
    if (this.before.length < this.starts.length) this.before = new Int32Array(this.starts.length)
    const { hashes, heads, before, count } = this
    for (let token = this.chained; token < count; token += 1) {
      const bucket = (hashes[token] as number) >>> CHAIN_SHIFT
      before[token] = heads[bucket] as number
      heads[bucket] = token + 1
    }
    this.chained = count
  }

  private grow(least: number): void {
    const { starts, hashes } = this
    const length = Math.max(least, starts.length * 2)
    this.starts = new Int32Array(length)
    this.hashes = new Int32Array(length)
    this.starts.set(starts)
    this.hashes.set(hashes)
  }
}

/** Clear in the hash of a token that begins with a capital (`TokenSink`). */
export const LOWER_BIT = 1

/** So many fit a page of 100 KB; a larger one grows. */
const FEW_TOKENS = 1 << 15
const FILTER_BITS = 16
const FILTER_SHIFT = 32 - FILTER_BITS
const CHAIN_BITS = 13
const CHAIN_SHIFT = 32 - CHAIN_BITS
