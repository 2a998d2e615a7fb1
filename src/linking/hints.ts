import { overlap } from '../facts/interval.ts'
import type { Hint } from '../model/mention.ts'
import type { Sentence } from '../text/sentences.ts'
import { type TextDate, textDates } from '../text/text-dates.ts'
import { isDoubtful, isTied } from './date-ties.ts'
import { languageOf } from './languages.ts'
import type { DecidedMention } from './mention-of.ts'
import { type PageBlock, sentenceAt } from './page-block.ts'
import type { Spot } from './spot.ts'
import type { ComingAbout, DatedClaim, EntityView } from './view.ts'

/** A mention together with what the bundle says of when its entity came about. */
interface DatedMention {
  readonly spot: Spot
  readonly view: EntityView
  readonly claim: DatedClaim
  readonly by: ComingAbout
}

/**
 * Where the text ties an event, an agreement or a document to a date that the bundle contradicts. At
 * most one hint for each date in the text, at the mention nearest to it. A hint covers the date and
 * the mention: the stretch that makes the claim.
 */
export function hintsOf(block: PageBlock, mentions: readonly DecidedMention[]): readonly Hint[] {
  if (mentions.length === 0 || block.digitRuns.length === 0) return NONE
  const dated = mentions.flatMap(datedMentions)
  if (dated.length === 0) return NONE
  const bySentence = Map.groupBy(dated, ({ spot }) => sentenceAt(block, spot.start))
  return [...bySentence].flatMap(([sentence, members]) => hintsOfSentence(block, sentence, members))
}

const NONE: readonly Hint[] = []
const UNDATED: readonly DatedMention[] = []

function datedMentions({ spot, decision }: DecidedMention): readonly DatedMention[] {
  if (decision.outcome !== 'linked' || decision.sense.view.dates.length === 0) return UNDATED
  const { view } = decision.sense
  return view.dates.flatMap((claim) => (claim.by === undefined ? [] : [{ spot, view, claim, by: claim.by }]))
}

/** A date further from a mention than this says nothing sure of it. */
const LONGEST_TIE = 200

function hintsOfSentence(block: PageBlock, sentence: Sentence, members: readonly DatedMention[]): Hint[] {
  const lang = languageOf(block.lang)
  const dates = textDates(block.text, sentence.start, sentence.end)
  return dates.flatMap((date) => {
    const near = members.filter(({ spot }) => distance(date, spot) <= LONGEST_TIE)
    const tied = near.filter(({ spot: { start, end }, by }) =>
      isTied(lang, block.text, date, { start, end, by }),
    )
    const [nearest] = tied.sort((a, b) => distance(date, a.spot) - distance(date, b.spot))
    if (!nearest || isDoubted(block, sentence, date, nearest.spot)) return []
    // A clause that also names the right date knows it; the other date is of something else in it.
    const known = dates.filter((each) => isInClause(block.text, each, date))
    return known.some((each) => isVouchedFor(each, nearest.view.dates)) ? [] : [hintOf(block, date, nearest)]
  })
}

const distance = (date: TextDate, { start, end }: Spot): number =>
  Math.max(start - date.end, date.start - end)

/** Doubt is looked for in the claim and a few words past it, to the end of the clause: a later one may speak of plans. */
function isDoubted(block: PageBlock, sentence: Sentence, date: TextDate, spot: Spot): boolean {
  const start = Math.max(sentence.start, Math.min(date.start, spot.start) - LONGEST_TIE)
  // "Was the Statute adopted in 1996?" claims nothing.
  if (QUESTION_MARKS.has(block.text.charAt(sentence.end - 1))) return true
  const last = Math.max(date.end, spot.end)
  const rest = block.text.slice(last, Math.min(sentence.end, last + FEW_WORDS))
  const clause = rest.search(/[,;:]/u)
  const end = last + (clause < 0 ? rest.length : clause)
  // The date's own words ("9 bis 10 June") tell no doubt.
  const claim = `${block.text.slice(start, date.start)}${block.text.slice(date.end, end)}`
  return isDoubtful(languageOf(block.lang), claim)
}

const FEW_WORDS = 40
const QUESTION_MARKS: ReadonlySet<string> = new Set('?？؟')

/** Whether no semicolon parts two dates: "was signed in 1991; Moscow suspended it in 2007" speaks of two things. */
const isInClause = (text: string, one: TextDate, other: TextDate): boolean =>
  !text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)).includes(';')

const isVouchedFor = ({ days }: TextDate, claims: readonly DatedClaim[]): boolean =>
  claims.some((claim) => overlap(claim.days, days))

function hintOf(block: PageBlock, date: TextDate, { spot, view, claim }: DatedMention): Hint {
  return {
    start: Math.min(date.start, spot.start),
    end: Math.max(date.end, spot.end),
    entity: view.ref,
    textSays: block.text.slice(date.start, date.end),
    bundleSays: claim.edtf,
    source: claim.source,
  }
}
