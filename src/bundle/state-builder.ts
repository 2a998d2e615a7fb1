import { bucketOfHash, ENTRY_BYTES, STATE_BUCKETS, writeEntry } from './state-digest.ts'

/** Entries are gathered apart by the first byte of the hash of their id: sixteen buckets of the digest have it. */
const GROUPS = 256
const GROUP_BUCKETS = STATE_BUCKETS / GROUPS

/** Entries that a group begins with where nobody knows how many will come, and those that it grows by at most. */
const FIRST_ENTRIES = 8
const MOST_MORE_ENTRIES = 512

/** Numbers of entries, below the part of the hash that they are put in order by: both fit into a double. */
const NUMBERS = 2 ** 21

/** An entry in words of 32 bits, of which it is copied. */
const ENTRY_WORDS = ENTRY_BYTES / 4

/** Gathers the entries of a whole generation, record by record and in any order: 64 bytes for each, and some room. */
export class StateBuilder {
  readonly #groups: readonly Group[]
  #count = 0
  /** One entry, until the hash of its id has told its group. */
  readonly #entry = new Uint8Array(ENTRY_BYTES)

  /** `expected`: how many records will come, where that is known. They need not: it saves copying. */
  constructor(expected = 0) {
    this.#groups = Array.from({ length: GROUPS }, () => new Group(usualEntries(expected)))
  }

  /** Records so far. */
  get count(): number {
    return this.#count
  }

  /** Takes in a record; its line is what is hashed, without its line feed: `bytes[start]` to `bytes[end - 1]`. */
  add(id: string, bytes: Uint8Array, start = 0, end = bytes.length): void {
    writeEntry(this.#entry, 0, id, bytes, start, end)
    this.#groups[this.#entry[0] as number]?.add(this.#entry)
    this.#count += 1
  }

  /** All buckets in order, their entries ascending, each a view that is good until the next record; empty ones too. */
  *buckets(): Generator<Uint8Array> {
    for (const [number, group] of this.#groups.entries()) {
      const entries = group.sorted()
      let start = 0
      for (let bucket = number * GROUP_BUCKETS; bucket < (number + 1) * GROUP_BUCKETS; bucket += 1) {
        let end = start
        while (end < entries.length && bucketOfHash(entries, end) === bucket) end += ENTRY_BYTES
        yield entries.subarray(start, end)
        start = end
      }
    }
  }
}

/** What a group of so many records hardly ever has more of: hashes are spread evenly, some four deviations are enough. */
const usualEntries = (records: number): number =>
  Math.ceil(records / GROUPS + 4 * Math.sqrt(records / GROUPS))

/** Entries one after another. */
class Group {
  readonly #first: number
  #bytes = new Uint8Array(0)
  #count = 0
  #isSorted = true

  /** `first`: room that is made with the first entry. */
  constructor(first: number) {
    this.#first = Math.max(first, FIRST_ENTRIES)
  }

  add(entry: Uint8Array): void {
    const at = this.#count * ENTRY_BYTES
    if (at === this.#bytes.length) this.#grow()
    this.#bytes.set(entry, at)
    this.#count += 1
    this.#isSorted = false
  }

  /** All of them, ascending. */
  sorted(): Uint8Array {
    if (!this.#isSorted) this.#sort()
    return this.#bytes.subarray(0, this.#count * ENTRY_BYTES)
  }

  #grow(): void {
    const more = Math.min(this.#count, MOST_MORE_ENTRIES) || this.#first
    // What was outgrown is free at once: until the collector comes a generation would be there twice.
    this.#bytes = new Uint8Array(this.#bytes.buffer.transfer((this.#count + more) * ENTRY_BYTES))
  }

  #sort(): void {
    const order = this.#order()
    const sorted = new Uint32Array(this.#count * ENTRY_WORDS)
    const words = new Uint32Array(this.#bytes.buffer)
    for (let place = 0, to = 0; place < order.length; place += 1) {
      const from = (order[place] as number) * ENTRY_WORDS
      for (let word = 0; word < ENTRY_WORDS; word += 1) sorted[to++] = words[from + word] as number
    }
    this.#bytes.buffer.transfer(0)
    this.#bytes = new Uint8Array(sorted.buffer)
    this.#isSorted = true
  }

  /**
   * The numbers of the entries in their order. The browser sorts numbers natively: 32 bits of each hash behind the first
   * byte, which all have, above the number of the entry. Those that agree there, some pairs in a million, are compared.
   */
  #order(): Uint32Array {
    const keys = new Float64Array(this.#count)
    for (let entry = 0; entry < keys.length; entry += 1) keys[entry] = this.#headOf(entry) * NUMBERS + entry
    keys.sort()
    const order = new Uint32Array(keys.length)
    let before = -1
    for (let place = 0; place < order.length; place += 1) {
      const key = keys[place] as number
      const head = Math.floor(key / NUMBERS)
      order[place] = key - head * NUMBERS
      if (head === before) this.#sink(order, place)
      before = head
    }
    return order
  }

  /** Moves an entry before those that stand wrongly before it; nearly always none. */
  #sink(order: Uint32Array, from: number): void {
    const entry = order[from] as number
    let at = from
    for (; at > 0 && this.#isBefore(entry, order[at - 1] as number); at -= 1)
      order[at] = order[at - 1] as number
    order[at] = entry
  }

  /** Of two that agree in what they were put in order by. */
  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#entry(one), this.#entry(other)]
    const at = a.findIndex((byte, index) => byte !== b[index])
    return at >= 0 && (a[at] as number) < (b[at] as number)
  }

  #headOf(entry: number): number {
    const bytes = this.#bytes
    const at = entry * ENTRY_BYTES + 1
    return (
      (((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number)) >>>
      0
    )
  }

  #entry(entry: number): Uint8Array {
    return this.#bytes.subarray(entry * ENTRY_BYTES, (entry + 1) * ENTRY_BYTES)
  }
}
