import { ENTRY_BYTES, STATE_BUCKETS, writeEntry } from './state-digest.ts'

/** Entries in a piece of what is gathered: it grows by pieces, so that nothing is copied. */
const PIECE_ENTRIES = 8_192
const PIECE_BYTES = PIECE_ENTRIES * ENTRY_BYTES

/** Of the first 32 bits of a hash those that do not choose the bucket (the first 12 do). */
const BELOW_BUCKET = 20

/** Gathers the entries of a whole generation, record by record and in any order: 64 bytes for each. */
export class StateBuilder {
  readonly #pieces: Uint8Array[] = []
  #count = 0
  #sorted: Uint32Array | undefined

  /** Records so far. */
  get count(): number {
    return this.#count
  }

  /** Takes in a record; its line is what is hashed, without its line feed: `bytes[start]` to `bytes[end - 1]`. */
  add(id: string, bytes: Uint8Array, start = 0, end = bytes.length): void {
    const at = (this.#count % PIECE_ENTRIES) * ENTRY_BYTES
    if (at === 0) this.#pieces.push(new Uint8Array(PIECE_BYTES))
    writeEntry(this.#pieces.at(-1) as Uint8Array, at, id, bytes, start, end)
    this.#count += 1
    this.#sorted = undefined
  }

  /** All buckets in order, their entries ascending, each made when it is asked for; empty ones too. */
  *buckets(): Generator<Uint8Array<ArrayBuffer>> {
    this.#sorted ??= this.#order()
    const sorted = this.#sorted
    let start = 0
    for (let bucket = 0; bucket < STATE_BUCKETS; bucket += 1) {
      let end = start
      while (end < sorted.length && this.#headOf(sorted[end] as number) >>> BELOW_BUCKET === bucket) end += 1
      yield this.#joined(sorted.subarray(start, end))
      start = end
    }
  }

  /**
   * The numbers of all entries in the order of their hashes. The browser sorts 64-bit numbers natively: the first 32 bits
   * of a hash above, the number of the entry below. Those that agree there, some pairs in a million, are compared.
   */
  #order(): Uint32Array {
    const keys = new BigUint64Array(this.#count)
    const halves = new Uint32Array(keys.buffer)
    for (let entry = 0; entry < this.#count; entry += 1) {
      halves[2 * entry] = entry
      halves[2 * entry + 1] = this.#headOf(entry)
    }
    keys.sort()
    const order = Uint32Array.from(keys, (_, place) => halves[2 * place] as number)
    for (let from = 1; from < order.length; from += 1) this.#sink(order, from)
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

  #isBefore(one: number, other: number): boolean {
    const [head, before] = [this.#headOf(one), this.#headOf(other)]
    if (head !== before) return head < before
    const [a, b] = [this.#entry(one), this.#entry(other)]
    const at = a.findIndex((byte, index) => byte !== b[index])
    return at >= 0 && (a[at] as number) < (b[at] as number)
  }

  /** The first 32 bits of the hash of an entry's id. */
  #headOf(entry: number): number {
    const piece = this.#pieces[Math.floor(entry / PIECE_ENTRIES)] as Uint8Array
    const at = (entry % PIECE_ENTRIES) * ENTRY_BYTES
    return (
      (((piece[at] as number) << 24) |
        ((piece[at + 1] as number) << 16) |
        ((piece[at + 2] as number) << 8) |
        (piece[at + 3] as number)) >>>
      0
    )
  }

  #entry(entry: number): Uint8Array {
    const at = (entry % PIECE_ENTRIES) * ENTRY_BYTES
    return (this.#pieces[Math.floor(entry / PIECE_ENTRIES)] as Uint8Array).subarray(at, at + ENTRY_BYTES)
  }

  #joined(entries: Uint32Array): Uint8Array<ArrayBuffer> {
    const bucket = new Uint8Array(entries.length * ENTRY_BYTES)
    for (let place = 0; place < entries.length; place += 1)
      bucket.set(this.#entry(entries[place] as number), place * ENTRY_BYTES)
    return bucket
  }
}
