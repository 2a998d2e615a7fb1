import { type NameForm, nextReading } from './name-form.ts'
import type { Sense } from './spot.ts'

/** What names that were read before may mean, by the name as it stands: a page repeats a few names many times. */
export class KnownSenses {
  private readonly reading = nextReading()
  private readonly plain = new Map<string | undefined, Map<string, readonly Sense[]>>()
  private readonly shouted = new Map<string | undefined, Map<string, readonly Sense[]>>()
  /** By the number of a form, twice: what it meant when last read plain, and among capitals; and in which language that was. */
  private readonly latest: (readonly Sense[])[] = []
  private readonly languages: (string | undefined)[] = []
  private slots = 0

  /** What a form means in a language, among capitals or not; undefined where that is still to be told to `keep`. */
  get(form: NameForm, lang: string | undefined, isShouted: boolean): readonly Sense[] | undefined {
    const slot = this.slotOf(form) + (isShouted ? 1 : 0)
    const latest = this.latest[slot]
    if (latest && this.languages[slot] === lang) return latest
    const known = (isShouted ? this.shouted : this.plain).get(lang)?.get(form.surface)
    if (known) this.keepLatest(slot, lang, known)
    return known
  }

  keep(form: NameForm, lang: string | undefined, isShouted: boolean, senses: readonly Sense[]): void {
    const byLanguage = isShouted ? this.shouted : this.plain
    const bySurface = byLanguage.get(lang) ?? new Map<string, readonly Sense[]>()
    byLanguage.set(lang, bySurface)
    bySurface.set(form.surface, senses)
    this.keepLatest(this.slotOf(form) + (isShouted ? 1 : 0), lang, senses)
  }

  private keepLatest(slot: number, lang: string | undefined, senses: readonly Sense[]): void {
    this.latest[slot] = senses
    this.languages[slot] = lang
  }

  private slotOf(form: NameForm): number {
    if (form.seenBy === this.reading) return form.slot
    form.seenBy = this.reading
    form.slot = this.slots
    this.slots += 2
    this.latest.length = this.slots
    this.languages.length = this.slots
    return form.slot
  }
}
