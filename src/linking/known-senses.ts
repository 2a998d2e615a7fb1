import type { Sense } from './spot.ts'

/** What names that were read before may mean, by the name as it stands: a page repeats a few names many times. */
export class KnownSenses {
  private readonly plain = new Map<string | undefined, Map<string, readonly Sense[]>>()
  private readonly shouted = new Map<string | undefined, Map<string, readonly Sense[]>>()

  /** Those read in a language, among capitals or not; to be filled. */
  readIn(lang: string | undefined, shouted: boolean): Map<string, readonly Sense[]> {
    const byLanguage = shouted ? this.shouted : this.plain
    const known = byLanguage.get(lang)
    if (known) return known
    const fresh = new Map<string, readonly Sense[]>()
    byLanguage.set(lang, fresh)
    return fresh
  }
}
