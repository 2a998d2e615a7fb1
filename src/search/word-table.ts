import { free, NumberList } from './growing.ts'

/** UTF-16 units in a piece of the pool; a word lies in one piece. */
const PIECE_BITS = 19
const PIECE = 1 << PIECE_BITS

/** Slots of an empty table; doubled whenever more than three quarters are taken. */
const FIRST_SLOTS = 1 << 12
const FILL = 0.75

/**
 * Numbers words as they come, each once. A Map of a million words takes three times the memory and twice the time. The
 * seed of the hash is drawn anew for each table, so that no bundle can choose words that collide.
 */
export class WordTable {
  private readonly pool: Uint16Array<ArrayBuffer>[] = []
  private used = PIECE
  /** Where each word begins in the pool: its length, then its units. */
  private readonly starts = new NumberList()
  private readonly hashes = new NumberList()
  /** Numbers, plus one; 0 where a slot is free. */
  private slots = new Uint32Array(FIRST_SLOTS)
  private readonly seed = crypto.getRandomValues(new Uint32Array(1))[0] as number

  get size(): number {
    return this.starts.length
  }

  /** The number of a word, which is new or known. */
  number(word: string): number {
    const hash = this.hashOf(word)
    let slot = hash & (this.slots.length - 1)
    for (let taken = this.slots[slot] as number; taken !== 0; taken = this.slots[slot] as number) {
      if (this.hashes.at(taken - 1) === hash && this.isWord(taken - 1, word)) return taken - 1
      slot = (slot + 1) & (this.slots.length - 1)
    }
    return this.add(word, hash, slot)
  }

  /** Gives back what only `number` needs, which may not be asked any more. */
  close(): void {
    free(this.slots)
    this.hashes.free()
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

  private add(word: string, hash: number, slot: number): number {
    const number = this.size
    this.slots[slot] = number + 1
    this.store(word)
    this.hashes.push(hash)
    if (number + 1 > this.slots.length * FILL) this.grow()
    return number
  }

  private store(word: string): void {
    if (this.used + 1 + word.length > PIECE) {
      this.pool.push(new Uint16Array(PIECE))
      this.used = 0
    }
    const piece = this.pool.at(-1) as Uint16Array
    this.starts.push(((this.pool.length - 1) << PIECE_BITS) | this.used)
    piece[this.used++] = word.length
    for (let at = 0; at < word.length; at++) piece[this.used++] = word.charCodeAt(at)
  }

  private isWord(number: number, word: string): boolean {
    const start = this.starts.at(number)
    const piece = this.pool[start >>> PIECE_BITS] as Uint16Array
    const from = start & (PIECE - 1)
    if (piece[from] !== word.length) return false
    for (let at = 0; at < word.length; at++) if (piece[from + 1 + at] !== word.charCodeAt(at)) return false
    return true
  }

  /** FNV-1a over UTF-16 units, finished as in MurmurHash3. */
  private hashOf(word: string): number {
    let hash = this.seed
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
    return (hash ^ (hash >>> 13)) >>> 0
  }

  private grow(): void {
    const slots = new Uint32Array(2 * this.slots.length)
    free(this.slots)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      let slot = this.hashes.at(number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.slots = slots
  }
}
