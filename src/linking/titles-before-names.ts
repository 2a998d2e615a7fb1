import { afterSpace, beforeSpace, isCapitalAt, isSpaceAt, isWordAt, kindAt, LETTER } from '../text/letters.ts'
import type { Discourse } from './discourse.ts'
import { languageOf } from './languages.ts'
import { type OfficesOf, titleKey } from './offices.ts'
import type { Spot } from './spot.ts'
import { titleRightBefore } from './titles-abroad.ts'
import type { EntityView } from './view.ts'
import { EVIDENCE } from './weights.ts'

/** A title is looked for this far before the name. */
const REACH = 60
const MOST_WORDS = 5

/**
 * The title that stands right before the name of somebody who has borne it: "Director-General Roberto Azevêdo". It
 * counts where the text has named the office or its organisation; a capital must begin it.
 */
export function titleBeforeName(
  name: Spot,
  person: EntityView,
  { discourse, officesOf }: { readonly discourse: Discourse; readonly officesOf: OfficesOf },
): Spot | undefined {
  const { block, start } = name
  if (person.offices.length === 0 || !isSpaceAt(block.text, start - 1)) return undefined
  const end = beforeSpace(block.text, start)
  const found = isWordAt(block.text, end - 1) ? titleEndingAt(name, end, person, officesOf) : undefined
  if (!found || !discourse.hasAny(found.position)) return undefined
  const { position } = found
  const sense = { view: position, kind: 'short', name: position.name, via: 'short', worth: 0 } as const
  return { block, start: found.start, end, senses: [sense], inner: [] }
}

/** What the text has to have said decides such a title, and nothing else. */
export const SUPPORT = EVIDENCE.licensed

interface FoundTitle {
  readonly position: EntityView
  readonly start: number
}

function titleEndingAt(
  { block: { text, lang } }: Spot,
  end: number,
  person: EntityView,
  officesOf: OfficesOf,
): FoundTitle | undefined {
  const offices = officesOf(person)
  const from = Math.max(0, end - REACH)
  const stretch = text.slice(from, end)
  const language = languageOf(lang)
  if (language !== 'en') {
    const abroad = titleRightBefore(stretch, language, offices)
    const start = from + (abroad?.index ?? 0)
    return abroad && isCapitalAt(text, start) ? { position: abroad.office.position, start } : undefined
  }
  let last = stretch.length
  while (kindAt(stretch, last - 1) & LETTER) last -= 1
  if (!offices.mayEnd(stretch.slice(last).toLowerCase())) return undefined
  for (const start of wordStarts(stretch)) {
    const key = isCapitalAt(stretch, start) ? titleKey(stretch.slice(start)) : ''
    const office = key.includes(' ') ? offices.called(key) : undefined
    if (office?.specific) return { position: office.position, start: from + start }
  }
  return undefined
}

/** Where the last words of a stretch begin, the longest phrase first. */
function wordStarts(stretch: string): number[] {
  const starts = isSpaceAt(stretch, 0) ? [afterSpace(stretch, 0)] : []
  for (let at = 1; at < stretch.length; at += 1)
    if (isSpaceAt(stretch, at - 1) && !isSpaceAt(stretch, at)) starts.push(at)
  return starts.slice(-MOST_WORDS)
}
