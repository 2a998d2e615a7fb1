import { BareTitles } from './bare-titles.ts'
import { languageOf } from './languages.ts'
import { shortFormsAt, shortFormsOfView } from './named-forms.ts'
import type { OfficesOf } from './offices.ts'
import { shortFormsOf } from './short-forms.ts'
import type { Sense, Spot } from './spot.ts'
import { surfaceOf } from './spot.ts'
import { Strangers, spellingsOf, type WordLookup } from './strangers.ts'
import type { EntityView } from './view.ts'
import { WordFilter } from './word-filter.ts'

/** Something that a generic short form may mention again. */
export interface Antecedent {
  readonly view: EntityView
  /** False for a namesake that was not chosen: "the 2015 Code" after a text has spoken of that of 2011. */
  readonly chosen: boolean
  /** Key of the person who is meant by an office, where a pronoun tells (spot.ts). */
  readonly bearer?: string
}

const NONE: readonly Antecedent[] = []

/** What a text has said so far, in reading order: a short mention counts only after what licenses it. */
export class Discourse {
  /** The titles of the offices of the organisations named so far. */
  readonly titles: BareTitles
  /** Names that are not known. */
  readonly strangers: Strangers
  private readonly licensed = new Map<string, EntityView>()
  private readonly noted = new Map<EntityView, Noted>()
  /** When each person was last named in full, and each surname last borne by a stranger. */
  private turn = 0
  private readonly namesakes = new Map<string, number>()
  private readonly byShortForm = new Map<string, Map<string, Antecedent>>()
  /** The first words of all short forms, and with those of titles for a first look. */
  private readonly firstWords = new Set<string>()
  private readonly firstTokens: WordFilter
  private readonly words: WordLookup

  constructor(established: readonly EntityView[], officesOf: OfficesOf, words: WordLookup) {
    this.words = words
    this.strangers = new Strangers(words)
    this.firstTokens = new WordFilter(words.index)
    this.titles = new BareTitles(officesOf, this.firstTokens)
    for (const view of established) {
      this.titles.note(view)
      this.license(view, view.names.flatMap(shortFormsOf), NO_FORMS)
    }
  }

  /**
   * Takes note of a mention that names its entity well enough for shorter ones to follow; `taken` gives the
   * short forms that belong to a longer name around it: after "the Plenipotentiary Conference in Busan" the
   * Conference is that of Busan.
   */
  note(spot: Spot, { view }: Sense, taken: () => ReadonlySet<string> = noForms): void {
    this.titles.note(view)
    this.turn += 1
    const noted = this.notedOf(view)
    noted.turn = this.turn
    const surface = surfaceOf(spot)
    if (noted.surfaces.has(surface)) return
    noted.surfaces.add(surface)
    const others = taken()
    const lang = languageOf(spot.block.lang)
    const own = shortFormsAt(spot)
    this.license(view, own, others)
    this.license(view, shortFormsOfView(view, lang), others)
    for (const other of spot.senses) {
      if (other.view.key === view.key) continue
      this.offer(other.view, own, false, others)
      this.offer(other.view, shortFormsOfView(other.view, lang), false, others)
    }
  }

  private notedOf(view: EntityView): Noted {
    const known = this.noted.get(view)
    if (known) return known
    const fresh = { turn: 0, surfaces: new Set<string>() }
    this.noted.set(view, fresh)
    return fresh
  }

  /** Takes note of somebody unknown with a known surname: from now on it is theirs, until its bearer is named in full again. */
  noteNamesake(surname: string): void {
    this.turn += 1
    this.namesakes.set(surname, this.turn)
  }

  /** Whether the text has turned to another bearer of a surname since it named this one in full. */
  isNowAnothers({ view, name }: Sense): boolean {
    const turn = this.namesakes.size > 0 ? this.namesakes.get(name) : undefined
    return turn !== undefined && turn > (this.noted.get(view)?.turn ?? 0)
  }

  /** Whether the text has named an entity before. */
  has(key: string): boolean {
    return this.licensed.has(key)
  }

  /** Whether a short form, or the title of an office, may begin with a token of the page here; no is sure. */
  mayBeginWith(token: number): boolean {
    return this.firstTokens.mayBe(this.words.tokens.hashes[token] as number)
  }

  /** Whether the text has named an office, or what it is an office of. */
  hasAny({ key, position }: EntityView): boolean {
    return this.has(key) || (position?.of.some((each) => this.has(each)) ?? false)
  }

  /** Whether a short form, or the title of an office, may begin with a folded word here. */
  mayBegin(word: string): boolean {
    return this.firstWords.has(word) || this.titles.mayBegin(word)
  }

  /** What a folded short form may mean here; namesakes that were not chosen included. */
  antecedents(shortForm: string): readonly Antecedent[] {
    const known = this.byShortForm.get(shortForm)
    return known ? [...known.values()] : NONE
  }

  /** Every entity named so far, in the order of first mention. */
  named(): EntityView[] {
    return [...this.licensed.values()]
  }

  private license(view: EntityView, forms: readonly string[], taken: ReadonlySet<string>): void {
    this.licensed.set(view.key, view)
    // Nobody is called "the Norov", and a city has one name.
    if (view.kind !== 'person' && view.kind !== 'place') this.offer(view, forms, true, taken)
  }

  private offer(
    view: EntityView,
    forms: readonly string[],
    chosen: boolean,
    taken: ReadonlySet<string>,
  ): void {
    for (const form of forms) {
      if (taken.has(form)) continue
      const known = this.bearersOf(form)
      if (chosen ? known.get(view.key)?.chosen !== true : !known.has(view.key))
        known.set(view.key, { view, chosen })
    }
  }

  private bearersOf(form: string): Map<string, Antecedent> {
    const known = this.byShortForm.get(form)
    if (known) return known
    const fresh = new Map<string, Antecedent>()
    this.byShortForm.set(form, fresh)
    const first = form.split(' ', 1)[0] ?? ''
    this.firstWords.add(first)
    for (const word of spellingsOf(first)) this.firstTokens.add(word)
    return fresh
  }
}

/** How a text has named an entity. */
interface Noted {
  /** When it did so last. */
  turn: number
  /** By which names as they stand: a page repeats a few names many times, and each is taken apart once. */
  readonly surfaces: Set<string>
}

const NO_FORMS: ReadonlySet<string> = new Set()
const noForms = (): ReadonlySet<string> => NO_FORMS
