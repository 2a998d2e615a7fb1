import { type Language, languageOf } from './languages.ts'
import type { PageBlock } from './page-block.ts'

/** A place where a generic short form may stand: a determiner and a capitalised word. Offsets are UTF-16 units. */
export interface ShortPlace {
  /** Where the capitalised words begin. */
  readonly start: number
  /** `definite` after "the", `own` after "its"; `bare` where only a title may stand: "elected Secretary-General". */
  readonly lead: 'definite' | 'own' | 'bare'
  /** A year between the determiner and the words: "the 2011 Code". */
  readonly year?: { readonly start: number; readonly value: number }
}

const ENGLISH =
  /(?<![\p{L}\p{N}])(the|this|that|said|aforementioned|its|whose|(?:as|been|be|became|become|elected|re-elected|appointed|named)(?=\s+\p{Lu}))\s+(?:(?:said|same|aforementioned|above-mentioned|aforesaid|draft|new|revised|joint)\s+)?(?:((?:1[89]|20)\d\d)\s+)?(?=\p{Lu})/giu

/** What may stand before a generic form in other languages. Russian has no article: there the capital within a sentence tells. */
const DETERMINERS: Readonly<Record<Language, RegExp>> = {
  en: ENGLISH,
  fr: /(?<![\p{L}\p{N}])(?:l['’]|(?:la|le|cette|cet|ce|ladite|ledit|du|au)\s+)(?=\p{Lu})/giu,
  es: /(?<![\p{L}\p{N}])(?:la|el|esta|este|dicha|dicho|del|al)\s+(?=\p{Lu})/giu,
  de: /(?<![\p{L}\p{N}])(?:die|der|das|des|dem|den|diese[rsmn]?)\s+(?=\p{Lu})/giu,
  ru: /(?<=[\p{Ll}\d,;:»)]\s)(?=\p{Lu}\p{Ll})/gu,
  zh: ENGLISH,
}

/** The places of a block where a generic short form may stand, in order. */
export function shortPlaces(block: PageBlock): ShortPlace[] {
  const places: ShortPlace[] = []
  for (const match of block.text.matchAll(DETERMINERS[languageOf(block.lang)])) {
    const start = match.index + match[0].length
    // The flag that lets "The" through lets a small letter through as well.
    if (!/^\p{Lu}/u.test(block.text.slice(start, start + 2))) continue
    const year = match[2]
    const yearStart = match.index + match[0].lastIndexOf(year ?? '')
    places.push({
      start,
      lead: leadOf(match[1]),
      ...(year !== undefined && { year: { start: yearStart, value: Number(year) } }),
    })
  }
  return places
}

function leadOf(word = 'the'): ShortPlace['lead'] {
  const lower = word.toLowerCase()
  if (lower === 'its' || lower === 'whose') return 'own'
  return /^(?:the|this|that|said|aforementioned)$/u.test(lower) ? 'definite' : 'bare'
}
