/** Slots of an empty set; doubled whenever more than half are taken. */
const FIRST_SLOTS = 1 << 10

/**
 * A set of texts that keeps 64 bits of each: a million texts take 16 MB, where a Set of strings takes five times as
 * much. Two texts count as one with a chance of about 1 in 30 million for a million texts; the seed is drawn anew
 * for every set, so that nobody can choose texts that collide, and a second try decides otherwise.
 */
export class HashSet {
  readonly #seeds: readonly [number, number]
  #size = 0
  /** Two numbers to a slot; both 0 where it is free. */
  #slots = new Uint32Array(2 * FIRST_SLOTS)
  /** The hash of the text under way. A list of the two for each text would be most of the work. */
  readonly #hashed = new Uint32Array(2)

  /** `alike`: a set that this one is to be compared with (`isWithin`). */
  constructor(alike?: HashSet) {
    const [a = 1, b = 2] = crypto.getRandomValues(new Uint32Array(2))
    this.#seeds = alike ? alike.#seeds : [a, b]
  }

  get size(): number {
    return this.#size
  }

  add(text: string): void {
    if (2 * this.#size >= this.#slots.length >> 1) this.#grow()
    this.#hash(text)
    this.#insert(this.#slots, this.#hashed[0] as number, this.#hashed[1] as number)
  }

  has(text: string): boolean {
    this.#hash(text)
    const high = this.#hashed[0] as number
    const low = this.#hashed[1] as number
    const at = this.#slotOf(this.#slots, high, low)
    return this.#slots[at] === high && this.#slots[at + 1] === low
  }

  /** Whether every text is in another set, one of the two made alike the other. */
  isWithin(other: HashSet): boolean {
    const [slots, others] = [this.#slots, other.#slots]
    for (let at = 0; at < slots.length; at += 2) {
      const high = slots[at] as number
      const low = slots[at + 1] as number
      if (high === 0 && low === 0) continue
      const found = this.#slotOf(others, high, low)
      if (others[found] !== high || others[found + 1] !== low) return false
    }
    return true
  }

  /** Two independent multiplicative hashes (FNV-1a's way of mixing), finished as in MurmurHash3. */
  #hash(text: string): void {
    let high = this.#seeds[0]
    let low = this.#seeds[1]
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      high = Math.imul(high ^ code, 0x01_00_01_93)
      low = Math.imul(low ^ code, 0x85_eb_ca_6b)
    }
    high = finished(high)
    low = finished(low)
    this.#hashed[0] = high
    this.#hashed[1] = high === 0 && low === 0 ? 1 : low
  }

  #slotOf(slots: Uint32Array, high: number, low: number): number {
    const mask = slots.length - 1
    let at = (low << 1) & mask
    while ((slots[at] !== 0 || slots[at + 1] !== 0) && !(slots[at] === high && slots[at + 1] === low))
      at = (at + 2) & mask
    return at
  }

  #insert(slots: Uint32Array, high: number, low: number): void {
    const at = this.#slotOf(slots, high, low)
    if (slots[at] === high && slots[at + 1] === low) return
    slots[at] = high
    slots[at + 1] = low
    this.#size += 1
  }

  #grow(): void {
    const before = this.#slots
    const slots = new Uint32Array(2 * before.length)
    this.#size = 0
    for (let at = 0; at < before.length; at += 2) {
      const high = before[at] as number
      const low = before[at + 1] as number
      if (high !== 0 || low !== 0) this.#insert(slots, high, low)
    }
    this.#slots = slots
    // Free at once: the collector may come much later.
    before.buffer.transfer(0)
  }
}

function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
