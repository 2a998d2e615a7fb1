/**
 * Bloom filters with all bits of a key in one word of 32 bits, so that a question costs one read. At ten to
 * twenty bits a key three to six in a hundred strangers pass; a third bit a key would not pay (docs/adr/0002).
 */

const BITS_PER_KEY = 10

/** How far a key is shifted right to get its word; the number of words is a power of two. */
export const shiftFor = (words: number): number => 32 - Math.log2(words)

/** The two bits of a key, taken from its lower end; the upper end tells the word. */
export const bitsOf = (key: number): number => (1 << (key & 31)) | (1 << ((key >>> 5) & 31))

/** A filter of keys: 32-bit hashes, good in all their bits. */
export function filterOf(keys: Iterable<number>, count: number): Int32Array {
  const words = 2 ** Math.max(1, Math.ceil(Math.log2((count * BITS_PER_KEY) / 32 + 1)))
  const filter = new Int32Array(words)
  const shift = shiftFor(words)
  for (const key of keys) filter[key >>> shift] = (filter[key >>> shift] as number) | bitsOf(key)
  return filter
}
