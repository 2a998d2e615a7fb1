/** The languages whose grammar linking knows beside English, which stands for all others. */
export type Language = 'en' | 'fr' | 'es' | 'de' | 'ru' | 'zh'

const KNOWN: ReadonlySet<string> = new Set(['fr', 'es', 'de', 'ru', 'zh'])

/** The language of a BCP 47 tag, as far as linking tells them apart; English where none is declared. */
export function languageOf(tag: string | undefined): Language {
  if (tag === undefined || tag === 'en') return 'en'
  const primary = tag.length === 2 ? tag : tag.slice(0, 2).toLowerCase()
  if (KNOWN.has(primary)) return primary as Language
  return tag.length === 2 ? languageOf(`${tag.toLowerCase()}-`) : 'en'
}
