import type { TextDate } from './text-dates.ts'

/** Verbs by which something of a date comes about; with "in June 2009" beside them they date it. */
const HAPPENED =
  '(?:approved|adopted|endorsed|agreed|decided|signed|concluded|admitted|launched|issued|saw|brought|gathered|opened|convened|took\\s+place|was\\s+held|were\\s+held|presented|established|created|produced|ended|closed|began)'
const MADE =
  '(?:signed|adopted|approved|concluded|endorsed|launched|initialled|issued|published|unveiled|presented|submitted|opened)'

/** "In June 2009 the SCO Summit in Bishkek approved ...": the date opens, the event is the subject. */
const OPENS = /(?:^|[\s(“"])(?:in|on)\s+$/iu
const SUBJECT = /^,?\s+(?:(?:at|during)\s+)?(?:the\s+|a\s+|an\s+)?$/iu
const HAPPENED_AFTER = new RegExp(`^,?\\s+(?:\\w+ly\\s+)?${HAPPENED}\\b`, 'iu')
/** "At the summit, leaders approved ..." needs no verb of its own. */
const AT_SUBJECT = /^,?\s+(?:at|during)\s+(?:the\s+)?$/iu

/** "In 2009 the governments signed the Agreement": the verb stands before what it made. */
const MADE_BEFORE = new RegExp(`^[^;:()–—]{0,160}\\b${MADE}\\s+(?:the\\s+|an?\\s+|its\\s+|their\\s+)?$`, 'iu')

/** "The Agreement was signed in 2009", "the summit in Bishkek, held in June 2009", "the summit (June 2009)". */
const MADE_AFTER = new RegExp(
  `^,?\\s*(?:\\(|(?:(?:which|that)\\s+)?(?:(?:was|were)\\s+)?(?:first\\s+)?(?:${MADE}|held|took\\s+place)\\s+(?:in\\s+\\p{Lu}\\p{L}+,?\\s+)?(?:in|on)\\s+)$`,
  'iu',
)
/** "The summit in Bishkek in June 2009": nothing but the preposition; a day or a month leaves no doubt. */
const JUST_IN = /^\s+(?:in|on|of)\s+$/iu

/** A mention of an event, an agreement or a document. Offsets are UTF-16 units into the text. */
export interface TiedMention {
  readonly start: number
  readonly end: number
  readonly isEvent: boolean
}

/** Whether a sentence says that what a mention names came about on a date. Silent in every doubtful case. */
export function isTied(text: string, date: TextDate, mention: TiedMention): boolean {
  return date.end <= mention.start ? isTiedBefore(text, date, mention) : isTiedAfter(text, date, mention)
}

function isTiedBefore(text: string, date: TextDate, { start, end, isEvent }: TiedMention): boolean {
  const between = text.slice(date.end, start)
  // "The June 2009 SCO summit"; a bare year is how versions are told apart, not a claim.
  if (between.trim() === '' && date.days.precision !== 'year')
    return (
      !/\p{L}\s+$/u.test(lead(text, date)) ||
      DETERMINED.test(lead(text, date)) ||
      OPENS.test(lead(text, date))
    )
  if (!OPENS.test(lead(text, date))) return false
  if (!isEvent) return MADE_BEFORE.test(between) || (SUBJECT.test(between) && isMadeThen(text, end))
  return AT_SUBJECT.test(between) || (SUBJECT.test(between) && HAPPENED_AFTER.test(text.slice(end, end + 40)))
}

const DETERMINED = /(?:^|\s)(?:the|a|this|that|its|their)\s+$/iu
const WAS_MADE = new RegExp(`^,?\\s+(?:was|were)\\s+(?:\\w+ly\\s+)?${MADE}\\b`, 'iu')
const isMadeThen = (text: string, end: number): boolean => WAS_MADE.test(text.slice(end, end + 40))
const lead = (text: string, date: TextDate): string => text.slice(Math.max(0, date.start - 20), date.start)

function isTiedAfter(text: string, date: TextDate, { end, isEvent }: TiedMention): boolean {
  const between = text.slice(end, date.start)
  return MADE_AFTER.test(between) || (isEvent && date.days.precision !== 'year' && JUST_IN.test(between))
}

/** Words that make a sentence speak of plans, memories or stretches of time rather than of when something came about. */
const DOUBTFUL =
  /\b(?:anniversar\p{L}*|since|until|till|between|throughout|during\s+the\s+years|decades?|will|would|shall|plans?\s+to|planned|planning|scheduled|expected|proposed|to\s+be\s+(?:held|signed|adopted)|ahead\s+of|upcoming|forthcoming|next|draft|about|around|circa|approximately|before|after|following|ago|later|earlier|prior|reportedly|allegedly)\b/iu

/** Whether a claim is too vague, or speaks of plans or anniversaries; `start` and `end` bound its words. */
export const isDoubtful = (text: string, start: number, end: number): boolean =>
  DOUBTFUL.test(text.slice(start, end))
