import type { DayInterval } from '../facts/interval.ts'
import { overlap } from '../facts/interval.ts'
import { type OfficesOf, pluralsOf, singular } from './offices.ts'
import type { EntityView } from './view.ts'
import type { WordFilter } from './word-filter.ts'

/**
 * The offices of the organisations that a text has named, and those of the people, by what their holders are
 * called. Each is taken in once, so that a title costs one look-up however many a page names.
 */
export class BareTitles {
  private readonly officesOf: OfficesOf
  /** When each organisation and person was last named. */
  private readonly turns = new Map<EntityView, number>()
  private turn = 0
  private readonly bearers = new Map<string, EntityView[]>()
  private readonly firstWords = new Set<string>()
  private readonly firstTokens: WordFilter
  /** What each title alone was last decided to mean: the text goes on to mean that. */
  private readonly settled = new Map<string, EntityView>()

  /** `firstTokens` is told the first words of all titles, in the plural too. */
  constructor(officesOf: OfficesOf, firstTokens: WordFilter) {
    this.officesOf = officesOf
    this.firstTokens = firstTokens
  }

  /** Takes note of something that was named; of organisations and people only. */
  note(view: EntityView): void {
    if (view.offices.length === 0) return
    this.turn += 1
    if (!this.turns.has(view)) this.take(view)
    this.turns.set(view, this.turn)
  }

  /** Whether a title may begin with a folded word, in the plural too. */
  mayBegin(word: string): boolean {
    return this.firstWords.has(word) || (word.endsWith('s') && this.firstWords.has(singular(word)))
  }

  /**
   * The office that a title alone means when no office has been named yet: after "its" that of the latest
   * organisation which has one so called; else what the title meant before; else that of the only such
   * organisation; else the one that somebody whom the text has named holds at its date ("Norov ... the
   * Secretary-General"). Titles of one word ("the President") may be anybody's and mean nothing.
   */
  office(title: string, isOwn: boolean, date: DayInterval | undefined): EntityView | undefined {
    if (!title.includes(' ')) return undefined
    const latestFirst = this.bearersOf(title)
    const ofBodies = this.positionsOf(latestFirst.filter(isBody), title)
    const [first] = ofBodies
    if (isOwn || isOne(ofBodies)) return first
    const before = this.settled.get(title)
    if (before && ofBodies.some(({ key }) => key === before.key)) return before
    return this.heldBy(latestFirst, title, date)
  }

  /** Takes note that a text speaks of an office: its title alone goes on to mean it. */
  settle(office: EntityView): void {
    for (const title of office.position?.titles ?? []) this.settled.set(title, office)
  }

  /** The office with that title that a person has held at whatever time; undefined where there are several. */
  officeOf(person: EntityView, title: string): EntityView | undefined {
    return this.officesOf(person).called(title)?.position
  }

  /** Of the people named so far who have borne a title, the one named first: of whom a text is, it names before others. */
  firstBearer(title: string): EntityView | undefined {
    return this.bearers.get(title)?.find((each) => !isBody(each))
  }

  private bearersOf(title: string): EntityView[] {
    const bearers = new Set([
      ...(this.bearers.get(title) ?? []),
      ...(this.bearers.get(singular(title)) ?? []),
    ])
    return [...bearers].sort((a, b) => this.turnOf(b) - this.turnOf(a))
  }

  private positionsOf(bearers: readonly EntityView[], title: string): EntityView[] {
    return bearers.flatMap((each) => this.officesOf(each).called(title)?.position ?? [])
  }

  /** The only office so called that people of the text hold at its date. */
  private heldBy(
    bearers: readonly EntityView[],
    title: string,
    date: DayInterval | undefined,
  ): EntityView | undefined {
    if (!date) return undefined
    const people = bearers.filter((each) => !isBody(each))
    const held = people.flatMap((person) =>
      this.positionsOf([person], title).filter((office) => isHeldBy(office, person, date)),
    )
    return isOne(held) ? held[0] : undefined
  }

  private turnOf(bearer: EntityView): number {
    return this.turns.get(bearer) ?? 0
  }

  private addFirst(word: string): void {
    if (this.firstWords.has(word)) return
    this.firstWords.add(word)
    this.firstTokens.add(word)
    for (const each of pluralsOf(word)) this.firstTokens.add(each)
  }

  private take(bearer: EntityView): void {
    for (const title of this.officesOf(bearer).titles) {
      const known = this.bearers.get(title)
      if (known) known.push(bearer)
      else {
        this.bearers.set(title, [bearer])
        this.addFirst(title.split(' ', 1)[0] ?? '')
      }
    }
  }
}

const isBody = ({ kind }: EntityView): boolean => kind === 'organization'

const isOne = (views: readonly EntityView[]): boolean =>
  views.length > 0 && views.every(({ key }) => key === views[0]?.key)

const isHeldBy = ({ position }: EntityView, { key }: EntityView, date: DayInterval): boolean =>
  position?.terms.some(({ person, days }) => person === key && overlap(days, date)) ?? false
