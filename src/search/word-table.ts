import { free, NumberList } from './growing.ts'

/** UTF-16 units in a piece of the pool; a word lies in one piece. */
const PIECE_BITS = 19
const PIECE = 1 << PIECE_BITS

/** No name has so many units: the rest of a word beyond is left out. */
const MOST_UNITS = 1 << 12

/** The slots lie in parts, by the first bits of a hash: to grow, a part of some ten thousand is moved, and never a million at once. */
const PART_BITS = 6
/** Slots of an empty part; doubled whenever more than three quarters are taken. */
const FIRST_SLOTS = 1 << 6
const FILL = 0.75

/** Slots of which the first bits of the hash agree: each the number of a word, plus one, or 0 where it is free; and its hash. */
interface Part {
  slots: Uint32Array<ArrayBuffer>
  taken: number
}

const emptyPart = (): Part => ({ slots: new Uint32Array(2 * FIRST_SLOTS), taken: 0 })

/**
 * Numbers words as they come, each once. A Map of a million words takes three times the memory and twice the time. The
 * seed of the hash is drawn anew for each table, so that no bundle can choose words that collide.
 */
export class WordTable {
  /** The units of a word to be numbered, for whoever reads it letter by letter. */
  readonly units = new Uint16Array(MOST_UNITS)
  private readonly pool: Uint16Array<ArrayBuffer>[] = []
  private used = PIECE
  /** Where each word begins in the pool: its length, then its units. */
  private readonly starts = new NumberList()
  private parts = Array.from({ length: 1 << PART_BITS }, emptyPart)
  private readonly seed = crypto.getRandomValues(new Uint32Array(1))[0] as number

  get size(): number {
    return this.starts.length
  }

  /** The number of a word, which is new or known. */
  number(word: string): number {
    const length = Math.min(word.length, MOST_UNITS)
    for (let at = 0; at < length; at++) this.units[at] = word.charCodeAt(at)
    return this.numberOfUnits(length)
  }

  /** The number of the word of which so many `units` were written. */
  numberOfUnits(length: number): number {
    const hash = this.hashOf(length)
    const part = this.parts[hash >>> (32 - PART_BITS)] as Part
    const { slots } = part
    let slot = 2 * (hash & (slots.length / 2 - 1))
    for (let taken = slots[slot] as number; taken !== 0; taken = slots[slot] as number) {
      if (slots[slot + 1] === hash && this.isWord(taken - 1, length)) return taken - 1
      slot = (slot + 2) & (slots.length - 1)
    }
    const number = this.size
    slots[slot] = number + 1
    slots[slot + 1] = hash
    this.store(length)
    part.taken++
    if (2 * part.taken > slots.length * FILL) grow(part)
    return number
  }

  /** Gives back what only `number` needs, which may not be asked any more. */
  close(): void {
    for (const { slots } of this.parts) free(slots)
    this.parts = []
  }

  /** Gives the rest back. */
  free(): void {
    this.pool.forEach(free)
    this.starts.free()
  }

  lengthOf(number: number): number {
    const start = this.starts.at(number)
    return (this.pool[start >>> PIECE_BITS] as Uint16Array)[start & (PIECE - 1)] as number
  }

  /** The units of a word: shared, not to be changed. */
  unitsOf(number: number): Uint16Array {
    const start = this.starts.at(number) & (PIECE - 1)
    const piece = this.pool[this.starts.at(number) >>> PIECE_BITS] as Uint16Array
    return piece.subarray(start + 1, start + 1 + (piece[start] as number))
  }

  /** One unit of a word, or 0 behind its end. */
  unitAt(number: number, at: number): number {
    const start = this.starts.at(number)
    const piece = this.pool[start >>> PIECE_BITS] as Uint16Array
    const from = start & (PIECE - 1)
    return at < (piece[from] as number) ? (piece[from + 1 + at] as number) : 0
  }

  private store(length: number): void {
    if (this.used + 1 + length > PIECE) {
      this.pool.push(new Uint16Array(PIECE))
      this.used = 0
    }
    const piece = this.pool.at(-1) as Uint16Array
    this.starts.push(((this.pool.length - 1) << PIECE_BITS) | this.used)
    piece[this.used++] = length
    for (let at = 0; at < length; at++) piece[this.used++] = this.units[at] as number
  }

  private isWord(number: number, length: number): boolean {
    const start = this.starts.at(number)
    const piece = this.pool[start >>> PIECE_BITS] as Uint16Array
    const from = start & (PIECE - 1)
    if (piece[from] !== length) return false
    for (let at = 0; at < length; at++) if (piece[from + 1 + at] !== this.units[at]) return false
    return true
  }

  /** FNV-1a over UTF-16 units, finished as in MurmurHash3. */
  private hashOf(length: number): number {
    let hash = this.seed
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (this.units[at] as number), 0x01_00_01_93)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
    return (hash ^ (hash >>> 13)) >>> 0
  }
}

function grow(part: Part): void {
  const { slots } = part
  const larger = new Uint32Array(2 * slots.length)
  for (let from = 0; from < slots.length; from += 2) {
    if (slots[from] === 0) continue
    const hash = slots[from + 1] as number
    let slot = 2 * (hash & (slots.length - 1))
    while (larger[slot] !== 0) slot = (slot + 2) & (larger.length - 1)
    larger[slot] = slots[from] as number
    larger[slot + 1] = hash
  }
  free(slots)
  part.slots = larger
}
