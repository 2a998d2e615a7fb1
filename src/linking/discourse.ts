import type { LocalText } from '../model/entity.ts'
import { languageOf } from './languages.ts'
import { shortFormsOf } from './short-forms.ts'
import type { Sense, Spot } from './spot.ts'
import { surfaceOf } from './spot.ts'
import type { EntityView } from './view.ts'

/** Something that a generic short form may mention again. */
export interface Antecedent {
  readonly view: EntityView
  /** False for a namesake that was not chosen: "the 2015 Code" after a text has spoken of that of 2011. */
  readonly chosen: boolean
}

/** What a text has said so far, in reading order: a short mention counts only after what licenses it. */
export class Discourse {
  private readonly licensed = new Map<string, EntityView>()
  private readonly noted = new Set<string>()
  private readonly strangers = new Set<string>()
  /** Organisations in the order of their latest mention. */
  private readonly recent = new Map<string, EntityView>()
  /** When each person was last named in full, and each surname last borne by a stranger. */
  private turn = 0
  private readonly turns = new Map<string, number>()
  private readonly namesakes = new Map<string, number>()
  private readonly byShortForm = new Map<string, Map<string, Antecedent>>()

  constructor(established: readonly EntityView[]) {
    for (const view of established) {
      this.markRecent(view)
      this.license(view, view.names)
    }
  }

  /** Takes note of a mention that names its entity well enough for shorter ones to follow. */
  note(spot: Spot, chosen: Sense): void {
    this.markRecent(chosen.view)
    this.turn += 1
    this.turns.set(chosen.view.key, this.turn)
    // A page repeats a few names many times; each is taken apart once.
    const noted = `${chosen.view.key} ${surfaceOf(spot)}`
    if (this.noted.has(noted)) return
    this.noted.add(noted)
    const lang = languageOf(spot.block.lang)
    const surface = { text: surfaceOf(spot), lang }
    this.license(chosen.view, [surface, ...namesIn(chosen.view, lang)])
    for (const { view } of spot.senses)
      if (view.key !== chosen.view.key) this.offer(view, [surface, ...namesIn(view, lang)], false)
  }

  /** Takes note of a name that is not known: its short form may be used for it from now on. */
  noteStranger(name: LocalText): void {
    for (const form of shortFormsOf(name.text, name.lang)) this.strangers.add(form)
  }

  /** Takes note of somebody unknown with a known surname: from now on it is theirs, until its bearer is named in full again. */
  noteNamesake(surname: string): void {
    this.turn += 1
    this.namesakes.set(surname, this.turn)
  }

  /** Whether the text has turned to another bearer of a surname since it named this one in full. */
  isNowAnothers({ view, name }: Sense): boolean {
    return (this.namesakes.get(name) ?? 0) > (this.turns.get(view.key) ?? 0)
  }

  /** Whether something that is not known bears a short form as well. */
  isBorneByStranger(shortForm: string): boolean {
    return this.strangers.has(shortForm)
  }

  /** Whether the text has named an entity before. */
  has(key: string): boolean {
    return this.licensed.has(key)
  }

  /** What a folded short form may mean here; namesakes that were not chosen included. */
  antecedents(shortForm: string): Antecedent[] {
    return [...(this.byShortForm.get(shortForm)?.values() ?? [])]
  }

  /** Every entity named so far, in the order of first mention. */
  named(): EntityView[] {
    return [...this.licensed.values()]
  }

  /** The organisations named so far, the latest first. */
  organisations(): EntityView[] {
    return [...this.recent.values()].reverse()
  }

  private markRecent(view: EntityView): void {
    if (view.kind !== 'organization') return
    this.recent.delete(view.key)
    this.recent.set(view.key, view)
  }

  private license(view: EntityView, names: readonly LocalText[]): void {
    this.licensed.set(view.key, view)
    // Nobody is called "the Norov", and a city has one name.
    if (view.kind !== 'person' && view.kind !== 'place') this.offer(view, names, true)
  }

  private offer(view: EntityView, names: readonly LocalText[], chosen: boolean): void {
    for (const form of names.flatMap(({ text, lang }) => shortFormsOf(text, lang))) {
      const known = this.byShortForm.get(form) ?? new Map<string, Antecedent>()
      this.byShortForm.set(form, known)
      if (chosen || !known.has(view.key)) known.set(view.key, { view, chosen })
    }
  }
}

/** The display names that matter to a text: those of its language, and the English one. */
const namesIn = ({ names }: EntityView, lang: string): LocalText[] =>
  names.filter((each) => languageOf(each.lang) === lang || each.lang.startsWith('en'))
