import type { StagedLine } from './chunks.ts'

/** Lines in ascending order of their ids, in pieces that are never empty. */
export type LineStream = AsyncIterable<readonly StagedLine[]>

/** Two streams as one; where both have an id the newer line stands. Neither is held whole. */
export async function* mergeLines(
  older: LineStream,
  newer: LineStream,
): AsyncGenerator<readonly StagedLine[]> {
  const ahead = new Ahead(newer)
  for await (const piece of older) {
    const last = piece.at(-1)
    if (last) yield merged(piece, await ahead.takeUpTo(last.id))
  }
  yield* ahead.rest()
}

/** A stream that is read as far as it is asked for. */
export class Ahead {
  readonly #source: AsyncIterator<readonly StagedLine[]>
  #held: readonly StagedLine[] = []
  #ended = false

  constructor(source: LineStream) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Every line that was not taken yet and whose id is not after `id`. */
  async takeUpTo(id: string): Promise<readonly StagedLine[]> {
    while (!this.#ended && (this.#held.at(-1)?.id ?? '') <= id) await this.#more()
    const index = this.#held.findIndex((line) => line.id > id)
    const taken = index < 0 ? this.#held : this.#held.slice(0, index)
    this.#held = index < 0 ? [] : this.#held.slice(index)
    return taken
  }

  async *rest(): AsyncGenerator<readonly StagedLine[]> {
    if (this.#held.length > 0) yield this.#held
    this.#held = []
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) yield next.value
  }

  async #more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done) this.#ended = true
    else this.#held = this.#held.length === 0 ? next.value : [...this.#held, ...next.value]
  }
}

function merged(older: readonly StagedLine[], newer: readonly StagedLine[]): readonly StagedLine[] {
  if (newer.length === 0) return older
  const lines: StagedLine[] = []
  let at = 0
  for (const line of newer) {
    for (let each = older[at]; each && each.id < line.id; each = older[at]) {
      lines.push(each)
      at += 1
    }
    if (older[at]?.id === line.id) at += 1
    lines.push(line)
  }
  return [...lines, ...older.slice(at)]
}
