import { ownText } from '../bundle/own-text.ts'
import { recordOf } from '../bundle/record-of.ts'
import type { StagedLine } from './chunks.ts'
import { Ahead, type LineStream } from './merge-lines.ts'

/** How many entities a new generation has that the old one had not, and so on. */
export interface Difference {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** A list that a reader can look through; the counts go on beyond it. */
const MOST_LISTED = 500

/** Compares a new generation with the installed one while it is written: a record has changed where its bytes have. */
export class ChangeLog {
  readonly #before: Ahead
  readonly #counts = { added: 0, changed: 0, removed: 0 }
  readonly added: StagedLine['id'][] = []
  readonly changed: StagedLine['id'][] = []
  readonly removed: string[] = []

  /** `before`: what is installed, in ascending order of ids. */
  constructor(before: LineStream) {
    this.#before = new Ahead(before)
  }

  get difference(): Difference {
    return { ...this.#counts }
  }

  /** The next lines of the new generation, which is given whole. */
  async add(lines: readonly StagedLine[]): Promise<void> {
    const last = lines.at(-1)
    if (!last) return
    const before = new Map((await this.#before.takeUpTo(last.id)).map(({ id, line }) => [id, line]))
    for (const { id, line } of lines) {
      this.compare(id, before.get(id), line)
      before.delete(id)
    }
    for (const [id, line] of before) this.compare(id, line, '')
  }

  /** After the last line: what is left of the old generation is gone. */
  async finish(): Promise<void> {
    for await (const lines of this.#before.rest())
      for (const { id, line } of lines) this.compare(id, line, '')
  }

  /** One id, as it was and as it is; an empty or absent line is none. */
  compare(id: StagedLine['id'], before: string | undefined, after: string): void {
    if (!before && after) this.#note('added', id)
    else if (before && !after) this.#note('removed', recordOf(before).names[0]?.text ?? id)
    else if (before !== after) this.#note('changed', id)
  }

  #note(what: keyof Difference, text: string): void {
    this.#counts[what] += 1
    const list: string[] = this[what]
    if (list.length < MOST_LISTED) list.push(ownText(text))
  }
}
