import { bucketOfEntries, ENTRY_BYTES, STATE_BUCKETS, type StateEntry } from './state-digest.ts'

const NOTHING = new Uint8Array(0)

/** Entries in a piece of what is gathered: it grows by pieces, so that nothing is copied. */
const PIECE_ENTRIES = 8_192

/** Gathers the entries of a whole generation, record by record and in any order: 68 bytes for each. */
export class StateBuilder {
  readonly #pieces: Uint8Array[] = []
  #count = 0

  /** Records so far. */
  get count(): number {
    return this.#count
  }

  add({ bytes }: StateEntry): void {
    const at = this.#count % PIECE_ENTRIES
    if (at === 0) this.#pieces.push(new Uint8Array(PIECE_ENTRIES * ENTRY_BYTES))
    this.#pieces.at(-1)?.set(bytes, at * ENTRY_BYTES)
    this.#count += 1
  }

  /** All buckets in order, their entries ascending, each made when it is asked for; empty ones too. */
  *buckets(): Generator<Uint8Array<ArrayBuffer>> {
    const { order, starts } = this.#ordered()
    for (let bucket = 0; bucket < STATE_BUCKETS; bucket += 1) {
      const entries = Array.from(order.subarray(starts[bucket], starts[bucket + 1]), (entry) =>
        this.#entry(entry),
      )
      yield bucketOfEntries(entries)
    }
  }

  /** The entries by their buckets (a counting sort), and where each bucket begins. */
  #ordered(): { readonly order: Uint32Array; readonly starts: Uint32Array } {
    const starts = new Uint32Array(STATE_BUCKETS + 1)
    for (let entry = 0; entry < this.#count; entry += 1) increase(starts, this.#bucketOf(entry) + 1, 1)
    for (let bucket = 0; bucket < STATE_BUCKETS; bucket += 1)
      increase(starts, bucket + 1, starts[bucket] ?? 0)
    const [next, order] = [starts.slice(), new Uint32Array(this.#count)]
    for (let entry = 0; entry < this.#count; entry += 1) {
      const bucket = this.#bucketOf(entry)
      order[next[bucket] ?? 0] = entry
      increase(next, bucket, 1)
    }
    return { order, starts }
  }

  #bucketOf(entry: number): number {
    const piece = this.#pieces[Math.floor(entry / PIECE_ENTRIES)] ?? NOTHING
    const at = (entry % PIECE_ENTRIES) * ENTRY_BYTES
    return ((piece[at] ?? 0) << 4) | ((piece[at + 1] ?? 0) >> 4)
  }

  #entry(entry: number): Uint8Array {
    const at = (entry % PIECE_ENTRIES) * ENTRY_BYTES
    return (this.#pieces[Math.floor(entry / PIECE_ENTRIES)] ?? NOTHING).subarray(at, at + ENTRY_BYTES)
  }
}

function increase(numbers: Uint32Array, at: number, by: number): void {
  numbers[at] = (numbers[at] ?? 0) + by
}
