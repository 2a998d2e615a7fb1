import type { AliasKind } from '../model/entity.ts'
import { bareTitle } from './bare-titles.ts'
import type { Decision, DecisionContext } from './decide.ts'
import type { Antecedent } from './discourse.ts'
import { goesOn } from './going-on.ts'
import { languageOf } from './languages.ts'
import type { PageBlock } from './page-block.ts'
import { foldSpelling } from './short-forms.ts'
import type { ShortPlace } from './short-places.ts'
import type { Sense, Spot } from './spot.ts'
import { EVIDENCE } from './weights.ts'

/** A generic short form and what it was decided to mean. */
export interface ShortMention {
  readonly spot: Spot
  readonly decision: Decision
}

const WORD = '\\p{Lu}[\\p{L}\\p{M}\\p{Cf}\\u2010\\u2011-]*'
const PHRASE = new RegExp(`^${WORD}(?:\\s+(?:of\\s+|for\\s+)?${WORD}){0,3}`, 'u')

/**
 * What the words at a place mention again, or undefined where they mention nothing that the text has
 * named. Words that are the name of something unknown ("the World Trade Organization") are noted.
 */
export function shortMention(
  block: PageBlock,
  place: ShortPlace,
  context: DecisionContext,
  next: Spot | undefined,
): ShortMention | undefined {
  const { discourse } = context
  const lang = languageOf(block.lang)
  const phrase = PHRASE.exec(block.text.slice(place.start, place.start + LONGEST_PHRASE))?.[0] ?? ''
  for (const length of wordEnds(phrase)) {
    const form = foldSpelling(phrase.slice(0, length))
    const named = fitting(discourse.antecedents(form), place)
    const antecedents = named.length > 0 ? named : bareTitle(form, place, context)
    const end = place.start + length
    if (
      antecedents.length === 0 ||
      (goesOn(block.text, end, lang) && !isFollowedByHolder(antecedents, end, next))
    )
      continue
    // With a year the form singles out its version, whoever else bears it.
    if (!place.year && discourse.isBorneByStranger(form)) return undefined
    return mentionOf(block, place, end, antecedents)
  }
  if (/\s/u.test(phrase) && place.lead === 'definite') discourse.noteStranger({ text: phrase, lang })
  return undefined
}

/** "the Secretary-General António Guterres": a title goes on with a name and is none of it. */
const isFollowedByHolder = (
  antecedents: readonly Antecedent[],
  end: number,
  next: Spot | undefined,
): boolean =>
  antecedents.every(({ view }) => view.position) &&
  next?.start === end + 1 &&
  next.senses.some(({ view }) => view.kind === 'person')

const LONGEST_PHRASE = 80

/** The longest first: "Code of Conduct" before "Code". */
const wordEnds = (phrase: string): number[] =>
  [...phrase.matchAll(/\S+/gu)].map((match) => match.index + match[0].length).reverse()

/** With a year those of that year, else those that the text itself has spoken of. */
function fitting(antecedents: readonly Antecedent[], { year, lead }: ShortPlace): Antecedent[] {
  if (lead !== 'definite')
    return antecedents.filter(({ view, chosen }) => chosen && view.position && lead === 'bare')
  if (year) return antecedents.filter(({ view }) => view.years.includes(year.value))
  return antecedents.filter(({ chosen }) => chosen)
}

function mentionOf(
  block: PageBlock,
  place: ShortPlace,
  end: number,
  antecedents: readonly Antecedent[],
): ShortMention {
  const senses = antecedents.map(
    ({ view }): Sense => ({ view, kind: SHORT, name: view.name, via: 'short', worth: 0 }),
  )
  const spot: Spot = { block, start: place.year?.start ?? place.start, end, senses, inner: [] }
  const [only, ...others] = senses
  const support = EVIDENCE.licensed
  if (!only || others.length > 0)
    return { spot, decision: { outcome: 'ambiguous', senses, support, rejected: [] } }
  const via = place.year ? 'version' : 'short'
  return { spot, decision: { outcome: 'linked', sense: only, via, support, rejected: [] } }
}

const SHORT: AliasKind = 'short'
