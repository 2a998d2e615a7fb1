import { type OfficesOf, singular } from './offices.ts'
import type { EntityView } from './view.ts'

/**
 * The offices of the organisations that a text has named, by what their holders are called. An organisation is
 * taken in once, so that a title costs one look-up however many organisations a page names.
 */
export class BareTitles {
  private readonly officesOf: OfficesOf
  /** When each organisation was last named. */
  private readonly turns = new Map<EntityView, number>()
  private turn = 0
  private readonly bearers = new Map<string, EntityView[]>()
  private readonly firstWords = new Set<string>()

  constructor(officesOf: OfficesOf) {
    this.officesOf = officesOf
  }

  /** Takes note of something that was named; of organisations only. */
  note(view: EntityView): void {
    if (view.kind !== 'organization' || view.offices.length === 0) return
    this.turn += 1
    if (!this.turns.has(view)) this.take(view)
    this.turns.set(view, this.turn)
  }

  /** Whether a title may begin with a folded word, in the plural too. */
  mayBegin(word: string): boolean {
    return this.firstWords.has(word) || (word.endsWith('s') && this.firstWords.has(singular(word)))
  }

  /**
   * The office that a title alone means when no office has been named yet: after "the" and "as" that of the only
   * organisation of the text which has one so called, after "its" that of the latest. Titles of one word
   * ("the President") may be anybody's and mean nothing.
   */
  office(title: string, isOwn: boolean): EntityView | undefined {
    if (!title.includes(' ')) return undefined
    const organisations = new Set([
      ...(this.bearers.get(title) ?? []),
      ...(this.bearers.get(singular(title)) ?? []),
    ])
    const latestFirst = [...organisations].sort((a, b) => this.turnOf(b) - this.turnOf(a))
    const found = latestFirst.flatMap((each) => this.officesOf(each).called(title)?.position ?? [])
    const [first, ...others] = found
    return isOwn || others.every((office) => office.key === first?.key) ? first : undefined
  }

  private turnOf(organisation: EntityView): number {
    return this.turns.get(organisation) ?? 0
  }

  private take(organisation: EntityView): void {
    for (const title of this.officesOf(organisation).titles) {
      this.bearers.set(title, [...(this.bearers.get(title) ?? []), organisation])
      this.firstWords.add(title.split(' ', 1)[0] ?? '')
    }
  }
}
