import type { TextDate } from '../text/text-dates.ts'
import { isDoubtfulAbroad, isTiedAbroad } from './date-ties-abroad.ts'
import type { Language } from './languages.ts'
import type { ComingAbout } from './view.ts'

/** What a mention names, and how it came about. Offsets are UTF-16 units into the text. */
export interface TiedMention {
  readonly start: number
  readonly end: number
  readonly by: ComingAbout
}

/** The verbs that say so. Presenting, submitting and recalling may happen again, so they date nothing. */
const VERBS: Readonly<Record<ComingAbout, string>> = {
  held: 'held|took\\s+place|convened|opened|began|ended|closed|concluded',
  signed: 'signed|concluded|initialled|sealed',
  opened: 'opened\\s+for\\s+signature',
  adopted: 'adopted|approved|endorsed|launched',
  entered: '(?:entered|came)\\s+into\\s+force|took\\s+effect',
  published: 'published|issued|released',
}

/** The same where the thing itself is the subject: a convention that is "opened for signature" is mostly said to be signed that day. */
const PASSIVES: Readonly<Record<ComingAbout, string>> = {
  ...VERBS,
  opened: `${VERBS.opened}|signed`,
}

/** What a summit does: with "in June 2009" before it, this dates the summit. */
const DOES =
  '(?:was(?!\\s+(?:to|not|never))|were|had\\s+been|approved|adopted|endorsed|agreed|decided|signed|concluded|admitted|launched|issued|saw|brought|gathered|opened|convened|took\\s+place|was\\s+held|ended|closed|began)'

/** A pattern for each way of coming about, made at its first use: they are long, and a page asks for them often. */
function once(make: (by: ComingAbout) => RegExp): (by: ComingAbout) => RegExp {
  const made = new Map<ComingAbout, RegExp>()
  return (by) => {
    const pattern = made.get(by) ?? make(by)
    made.set(by, pattern)
    return pattern
  }
}

/** Whether a sentence says that what a mention names came about on a date. Silent in every doubtful case. */
export function isTied(lang: Language, text: string, date: TextDate, mention: TiedMention): boolean {
  if (lang !== 'en') return isTiedAbroad(lang, text, date, mention)
  // "The Agreement’s annex" is another thing.
  if (/^['’]s?\s/u.test(text.slice(mention.end, mention.end + 3))) return false
  return date.end <= mention.start ? isTiedBefore(text, date, mention) : isTiedAfter(text, date, mention)
}

const OPENS = /(?:^|[\s(“"])(?:in|on)\s+$/iu
const DETERMINED = /(?:^|\s)(?:the|a|this|that|its|their)\s+$/iu
/** Between the date and the subject of the sentence: "In June 2009, the ...". */
const SUBJECT = /^,?\s+(?:the\s+|an?\s+)?$/iu
/** The same with something put in between: "On 4 May 1949, the headmaster began, the ...". */
const LATE_SUBJECT = /^(?:,\s+[^,.;:]{1,40})?,?\s+(?:the\s+|an?\s+)?$/iu
/** "In June 2009, at the summit in Bishkek, leaders approved ...": the summit needs no verb of its own. */
const AT_SUBJECT = /^,?\s+(?:[^.;:()]{1,40}\s)?(?:at|during)\s+(?:the\s+|their\s+|its\s+)?$/iu
const DOES_AFTER = new RegExp(`^,?\\s+(?:\\w+ly\\s+)?${DOES}\\b`, 'iu')

function isTiedBefore(text: string, date: TextDate, { start, end, by }: TiedMention): boolean {
  const between = text.slice(date.end, start)
  const lead = text.slice(Math.max(0, date.start - 12), date.start)
  // "The June 2009 SCO summit"; a bare year there is how versions are told apart, and no claim.
  if (between.trim() === '' && DETERMINED.test(lead)) return date.days.precision !== 'year'
  if (!OPENS.test(lead)) return false
  if (isMadeFirst(text, date, start, by)) return true
  const after = text.slice(end, end + 40)
  if (by === 'held') return AT_SUBJECT.test(between) || (SUBJECT.test(between) && DOES_AFTER.test(after))
  return madeBefore(by).test(between) || (LATE_SUBJECT.test(between) && wasMade(by).test(after))
}

/** "Signed on 7 June 2003 in a palace, the Charter ...". */
function isMadeFirst(text: string, date: TextDate, start: number, by: ComingAbout): boolean {
  const before = text.slice(Math.max(0, date.start - 60), date.start)
  return madeFirst(by).test(before) && AFTER_PLACE.test(text.slice(date.end, start))
}

const madeFirst = once(
  (by) =>
    new RegExp(
      `(?:^|[.!?]\\s+)(?:${PASSIVES[by]})\\s+(?:in\\s+\\p{Lu}[\\p{L}\\s]{1,30}\\s+)?(?:in|on)\\s+$`,
      'iu',
    ),
)
const AFTER_PLACE = /^(?:\s+(?:in|at)\s+[^.;:(),]{1,40})?,\s+(?:the\s+)?$/iu

/** "In 2009 the governments signed the Agreement": nothing but the verb may stand before what it made. */
const madeBefore = once(
  (by) => new RegExp(`^[^;:()–—]{0,160}\\b(?:${VERBS[by]})\\s+(?:the\\s+|an?\\s+|its\\s+|their\\s+)?$`, 'iu'),
)
/** "In 2009 the Agreement was signed". */
const wasMade = once((by) => new RegExp(`^\\s+(?:was|were)\\s+(?:\\w+ly\\s+)?(?:${PASSIVES[by]})\\b`, 'iu'))

/** "The summit in Bishkek (June 2009)", "the summit in Bishkek of June 2009". */
const BRACKETED = /^\s*\(\s*$/u
const OF = /^\s+of\s+$/iu
/** "At the summit in Bishkek in June 2009"; without "at" the month may be of whatever is said of it. */
const IN = /^,?\s+(?:in|on)\s+$/iu
const AT = /(?:^|\s)(?:at|during)\s+(?:the\s+)?$/iu

function isTiedAfter(text: string, date: TextDate, { start, end, by }: TiedMention): boolean {
  const between = text.slice(end, date.start)
  if (madeAfter(by).test(between) || whichMade(by).test(between) || DATES_FROM.test(between)) return true
  if (isMadeThen(text, date, { start, end, by })) return true
  const lead = text.slice(Math.max(0, start - 60), start)
  if (makingOf(by).test(lead) && PLAIN.test(between)) return true
  if (by !== 'held')
    return date.days.precision !== 'year' && (OF.test(between) || isCaption(text, date, between))
  if (hosts.test(lead) && PLAIN.test(between)) return true
  if (date.days.precision === 'year') return false
  if (isApposed(text, date, between)) return true
  return (
    BRACKETED.test(between) ||
    OF.test(between) ||
    (IN.test(between) && AT.test(text.slice(Math.max(0, start - 12), start)))
  )
}

/** "The Test Ban Treaty (Moscow, 5 August 1963)", "the Oslo Accords – Washington, September 1993 –": as captions have it. */
function isCaption(text: string, date: TextDate, between: string): boolean {
  const next = text.slice(date.end, date.end + 2)
  return CAPTION.test(between) && (/^\s?[–—]/u.test(next) ? !between.includes('(') : next.startsWith(')'))
}

const CAPTION = /^\s(?:\(|[–—]\s)(?:\p{Lu}[\p{L}\s.-]{1,24},\s)?$/u

/** "The signing of the Charter in June 1946", "the Convention’s adoption": nouns of coming about. */
const NOUNS: Readonly<Record<ComingAbout, string>> = {
  held: 'holding',
  signed: 'signing|signature|conclusion',
  opened: 'opening\\s+for\\s+signature|signing|signature',
  adopted: 'adoption|approval',
  entered: 'entry\\s+into\\s+force',
  published: 'publication|release',
}
const makingOf = once((by) => new RegExp(`(?:^|\\s)(?:${NOUNS[by]})\\s+of\\s+(?:the\\s+)?$`, 'iu'))

/** "China hosted the BRICS summit in Xiamen in September 2016". */
const hosts =
  /(?:^|\s)(?:hosted|hosting|held|chaired|convened|staged|organi[sz]ed|attended|attending)\s+(?:the\s+|an?\s+|its\s+|their\s+)?$/iu
/** "In June 1946", with a place before it or without. */
const PLAIN = /^,?\s+(?:(?:in|at)\s+\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?,?\s+)?(?:in|on)\s+$/u

/** "The Samarkand summit, September 2021, was": a month between commas, or before a colon, as diaries and captions have it. */
const isApposed = (text: string, date: TextDate, between: string): boolean =>
  /^,\s+$/u.test(between) && /^[,:;.)]/u.test(text.slice(date.end, date.end + 1))

/** "The Convention, which the Assembly adopted in December 2023". */
const whichMade = once(
  (by) =>
    new RegExp(
      `^,?\\s+(?:which|that)\\s+[^.,;:()]{1,60}\\s(?:${VERBS[by]})\\s+(?:in\\s+\\p{Lu}\\p{L}+\\s+)?(?:in|on)\\s+$`,
      'iu',
    ),
)

/** "The Agreement dates from June 2010", "the Agreement, dated 3 May 2010". */
const DATES_FROM = /^,?\s+(?:which\s+)?(?:dates?|dated|dating)\s+(?:from\s+|back\s+to\s+)?$/iu

/** "They signed the Agreement in Paris in June 2010"; "the summit in Bishkek in June 2009 approved". */
function isMadeThen(text: string, date: TextDate, { start, end, by }: TiedMention): boolean {
  if (date.days.precision === 'year' && by === 'held') return false
  if (!THEN.test(text.slice(end, date.start))) return false
  const before = text.slice(Math.max(0, start - 40), start)
  return by === 'held' ? DOES_AFTER.test(text.slice(date.end, date.end + 40)) : makes(by).test(before)
}

const THEN = /^,?\s+(?:(?:in|at)\s+\p{Lu}[\p{L}\s-]{1,30},?\s+)?(?:in|on)\s+$/u
const makes = once(
  (by) => new RegExp(`(?:^|\\s)(?:${VERBS[by]})\\s+(?:the\\s+|an?\\s+|its\\s+|their\\s+)?$`, 'iu'),
)

/** "By the six presidents" made it; "by Senegal" joined it, perhaps years later. */
const BY_ALL =
  'by\\s+(?:the\\s+)?(?:[\\w-]+\\s+){0,3}(?:leaders|heads|members|presidents|governments|representatives|ministers|states|countries|delegates|delegations|founders|assembly|council|all|both)'

/** "The Agreement was signed in Paris on 3 May 2010", "the summit in Bishkek, held in June 2009". */
const madeAfter = once(
  (by) =>
    new RegExp(
      `^(?:,\\s[^,.;:\\d]{1,24}(?:\\d{1,3})?,|,|:|\\s[–—-])?\\s*(?:(?:which|that)\\s+)?(?:(?:was|were)\\s+)?(?:${PASSIVES[by]})\\s+(?:(?:in|at|during|${BY_ALL})\\s+[^.;:()\\d]{2,60}?,?\\s+|${BY_ALL}\\s+)?(?:(?:in|on|from)\\s+)?$`,
      'iu',
    ),
)

/** Words that make a sentence speak of plans, memories or stretches of time rather than of when something came about. */
const DOUBTFUL =
  /\b(?:anniversar\p{L}*|since|until|till|between|throughout|decades?|will|would|shall|plans?\s+to|planned|planning|scheduled|expected|proposed|to\s+be\s+(?:held|signed|adopted)|ahead\s+of|upcoming|forthcoming|next\s+(?:year|month|week|summer|winter|spring|autumn|fall|summit|session|round|meeting|conference)|draft|about|around|circa|approximately|before|after|following|ago|later|earlier|prior|reportedly|allegedly)\b/iu

/** Whether the words of a claim are too vague, or speak of plans or anniversaries. */
export const isDoubtful = (lang: Language, claim: string): boolean =>
  lang === 'en' ? DOUBTFUL.test(claim) : isDoubtfulAbroad(lang, claim)
