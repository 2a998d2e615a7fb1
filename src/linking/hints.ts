import { overlap } from '../facts/interval.ts'
import type { Hint } from '../model/mention.ts'
import type { Sentence } from '../text/sentences.ts'
import { isDoubtful, isTied } from './date-ties.ts'
import type { DecidedMention } from './mention-of.ts'
import { type PageBlock, sentenceAt } from './page-block.ts'
import type { Spot } from './spot.ts'
import { type TextDate, textDates } from './text-dates.ts'
import type { DatedClaim, EntityView } from './view.ts'

interface DatedMention {
  readonly spot: Spot
  readonly view: EntityView
}

/**
 * Where the text ties an event, an agreement or a document to a date that the bundle contradicts. At
 * most one hint for each date in the text, at the mention nearest to it. A hint covers the date and
 * the mention: the stretch that makes the claim.
 */
export function hintsOf(block: PageBlock, mentions: readonly DecidedMention[]): Hint[] {
  const dated = mentions.flatMap(datedMention)
  const bySentence = Map.groupBy(dated, ({ spot }) => sentenceAt(block, spot.start).start)
  return [...bySentence.values()].flatMap((members) => hintsOfSentence(block, members))
}

const DATED_KINDS: ReadonlySet<string> = new Set(['event', 'agreement', 'document'])

function datedMention({ spot, decision }: DecidedMention): DatedMention[] {
  if (decision.outcome !== 'linked' || !DATED_KINDS.has(decision.sense.view.kind)) return []
  return [{ spot, view: decision.sense.view }]
}

function hintsOfSentence(block: PageBlock, members: readonly DatedMention[]): Hint[] {
  const sentence = sentenceAt(block, members[0]?.spot.start ?? 0)
  const dates = textDates(block.text, sentence.start, sentence.end)
  return dates.flatMap((date) => {
    const nearest = members
      .filter(({ spot, view }) => isTied(block.text, date, { ...spot, isEvent: view.kind === 'event' }))
      .sort((a, b) => distance(date, a.spot) - distance(date, b.spot))[0]
    return nearest && !isDoubted(block, sentence, date, nearest.spot)
      ? contradiction(block, date, nearest, dates)
      : []
  })
}

/** Doubt is looked for in the claim, from the sentence's start to a few words past it; a later clause may speak of plans. */
function isDoubted(block: PageBlock, sentence: Sentence, date: TextDate, spot: Spot): boolean {
  const end = Math.max(date.end, spot.end) + FEW_WORDS
  return isDoubtful(block.text, sentence.start, Math.min(sentence.end, end))
}

const FEW_WORDS = 40

const distance = (date: TextDate, { start, end }: Spot): number =>
  Math.max(start - date.end, date.start - end)

function contradiction(
  block: PageBlock,
  date: TextDate,
  { spot, view }: DatedMention,
  all: readonly TextDate[],
): Hint[] {
  const says = view.dates.find(({ primary }) => primary)
  // A sentence that also names the right date knows it; the other date is of something else in it.
  if (!says || all.some((each) => isVouchedFor(each, view.dates))) return []
  const start = Math.min(date.start, spot.start)
  const end = Math.max(date.end, spot.end)
  const textSays = block.text.slice(date.start, date.end)
  return [{ start, end, entity: view.ref, textSays, bundleSays: says.edtf, source: says.source }]
}

const isVouchedFor = ({ days }: TextDate, claims: readonly DatedClaim[]): boolean =>
  claims.some((claim) => overlap(claim.days, days))
