import type { KnownLine } from './pack-delta.ts'

/** A stream of records in ascending order of their ids that is read as far as it is asked for. */
export class LineCursor {
  readonly #source: AsyncIterator<readonly KnownLine[]>
  #held: readonly KnownLine[] = []
  #at = 0

  constructor(source: AsyncIterable<readonly KnownLine[]>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Every line that was not taken yet and whose id is not after `id`; all that are left where none is given. */
  async takeUpTo(id?: string): Promise<readonly KnownLine[]> {
    const taken: KnownLine[] = []
    for (;;) {
      for (let line = this.#held[this.#at]; line; line = this.#held[this.#at]) {
        if (id !== undefined && line.id > id) return taken
        taken.push(line)
        this.#at += 1
      }
      const next = await this.#source.next()
      if (next.done) return taken
      this.#held = next.value
      this.#at = 0
    }
  }
}
