import { startsWithCalendarWord } from './neighbours.ts'
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

const DETERMINER =
  /(?<![\p{L}\p{N}])(the|this|that|said|aforementioned|its|whose|(?:as|been|be|became|become|elected|re-elected|appointed|named)(?=\s+\p{Lu}))\s+(?:(?:said|same|aforementioned|above-mentioned|aforesaid|draft|new|revised|joint)\s+)?(?:((?:1[89]|20)\d\d)\s+)?(?=\p{Lu})/giu

/** The places of a block where a generic short form may stand, in order. */
export function shortPlaces(block: PageBlock): ShortPlace[] {
  const places: ShortPlace[] = []
  for (const match of block.text.matchAll(DETERMINER)) {
    const start = match.index + match[0].length
    // The flag that lets "The" through lets a small letter through as well.
    if (!/^\p{Lu}/u.test(block.text.slice(start, start + 2))) continue
    const year = match[2]
    const yearStart = match.index + match[0].lastIndexOf(year ?? '')
    places.push({
      start,
      lead: leadOf(match[1] ?? ''),
      ...(year !== undefined && { year: { start: yearStart, value: Number(year) } }),
    })
  }
  return places
}

function leadOf(word: string): ShortPlace['lead'] {
  const lower = word.toLowerCase()
  if (lower === 'its' || lower === 'whose') return 'own'
  return /^(?:the|this|that|said|aforementioned)$/u.test(lower) ? 'definite' : 'bare'
}

/**
 * Whether a name goes on after a short form, so that it is another thing: "the Code of Criminal
 * Procedure", "the Agreement on Trade", "the Guide to Norway", "the Union Bank".
 */
export function goesOn(text: string, end: number): boolean {
  const rest = text.slice(end, end + 60)
  if (/^-\p{L}/u.test(rest) || /^\s+\p{Lu}/u.test(rest) || /^\s+of\s/u.test(rest)) return true
  const after = /^\s+(?:on|for|to|between|among|against|concerning)\s+(?:the\s+)?(?=\p{Lu})/u.exec(rest)
  return after !== null && !startsWithCalendarWord(rest.slice(after[0].length))
}
