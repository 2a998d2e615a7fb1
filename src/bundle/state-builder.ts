import { bucketOfHash, ENTRY_BYTES, STATE_BUCKETS, writeEntry } from './state-digest.ts'

/** Entries are gathered apart by the first byte of the hash of their id: sixteen buckets of the digest have it. */
const GROUPS = 256
const GROUP_BUCKETS = STATE_BUCKETS / GROUPS

/** Entries that a group begins with, and those that it grows by at most: of a million records it has four thousand. */
const FIRST_ENTRIES = 8
const MOST_MORE_ENTRIES = 512

/** Numbers of entries, below the part of the hash that they are put in order by: both fit into a double. */
const NUMBERS = 2 ** 21

/** Gathers the entries of a whole generation, record by record and in any order: 64 bytes for each, and 5 MB of room. */
export class StateBuilder {
  readonly #groups = Array.from({ length: GROUPS }, () => new Group())
  #count = 0
  /** One entry, until the hash of its id has told its group. */
  readonly #entry = new Uint8Array(ENTRY_BYTES)

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

/** Entries one after another. */
class Group {
  #bytes = new Uint8Array(0)
  #count = 0
  #isSorted = true

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
    const more = Math.min(this.#count, MOST_MORE_ENTRIES) || FIRST_ENTRIES
    const bytes = new Uint8Array((this.#count + more) * ENTRY_BYTES)
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }

  /**
   * The browser sorts numbers natively: 32 bits of each hash behind the first byte, which all have, above the number of the
   * entry. Those that agree there, some pairs in a million, are compared.
   */
  #sort(): void {
    const keys = Float64Array.from(
      { length: this.#count },
      (_, entry) => this.#headOf(entry) * NUMBERS + entry,
    )
    const order = Uint32Array.from(keys.sort(), (key) => key % NUMBERS)
    for (let from = 1; from < order.length; from += 1) this.#sink(order, from)
    const sorted = new Uint8Array(this.#count * ENTRY_BYTES)
    for (const [place, entry] of order.entries()) sorted.set(this.#entry(entry), place * ENTRY_BYTES)
    this.#bytes = sorted
    this.#isSorted = true
  }

  /** Moves an entry before those that stand wrongly before it; nearly always none. */
  #sink(order: Uint32Array, from: number): void {
    const entry = order[from] as number
    let at = from
    for (; at > 0 && this.#isBefore(entry, order[at - 1] as number); at -= 1)
      order[at] = order[at - 1] as number
    order[at] = entry
  }

  #isBefore(one: number, other: number): boolean {
    const [head, before] = [this.#headOf(one), this.#headOf(other)]
    if (head !== before) return head < before
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
