import type { TextDate } from '../text/text-dates.ts'
import { isDoubtfulInChinese, isTiedInChinese } from './date-ties-chinese.ts'
import { ABROAD, type Ties } from './date-words-abroad.ts'
import type { Language } from './languages.ts'
import type { ComingAbout } from './view.ts'

/** What a mention names, and how it came about. Offsets are UTF-16 units into the text. */
interface Mentioned {
  readonly start: number
  readonly end: number
  readonly by: ComingAbout
}

/** Whether a sentence in a language other than English says that what a mention names came about on a date. Silent in every doubtful case. */
export function isTiedAbroad(lang: Language, text: string, date: TextDate, mention: Mentioned): boolean {
  if (lang === 'zh') return isTiedInChinese(text, date, mention)
  const ties = ABROAD[lang]
  if (!ties) return false
  const frames = framesOf(ties, mention.by)
  return date.end <= mention.start
    ? isTiedBefore(ties, frames, text, date, mention)
    : isTiedAfter(ties, frames, text, date, mention)
}

function isTiedAfter(ties: Ties, frames: Frames, text: string, date: TextDate, mention: Mentioned): boolean {
  const between = text.slice(mention.end, date.start)
  const lead = text.slice(Math.max(0, mention.start - LONGEST_LEAD), mention.start)
  if (frames.made.test(between)) return true
  if (frames.verbLast.test(between) && frames.verb.test(text.slice(date.end, date.end + LONGEST_LEAD)))
    return true
  if (frames.noun.test(lead) && frames.plain.test(between)) return true
  if (date.days.precision === 'year') return false
  if (mention.by !== 'held') return frames.of.test(between)
  if (/^\s*\(\s*$/u.test(between)) return true
  return frames.plain.test(between) && ties.at.test(lead)
}

function isTiedBefore(
  ties: Ties,
  frames: Frames,
  text: string,
  date: TextDate,
  { start, end, by }: Mentioned,
): boolean {
  const between = text.slice(date.end, start)
  const lead = text.slice(Math.max(0, date.start - LONGEST_LEAD), date.start)
  if (frames.subject.test(between) && frames.madeFirst.test(lead)) return true
  if (!frames.when.test(lead)) return false
  if (frames.verbBefore.test(between)) return true
  if (frames.auxiliaryBefore.test(between) && frames.verb.test(text.slice(end, end + LONGEST_LEAD)))
    return true
  // "En juin 2018, au sommet de Qingdao".
  return by === 'held' && date.days.precision !== 'year' && AT_SUBJECT.test(between) && ties.at.test(between)
}

const LONGEST_LEAD = 80
/** Nothing but "at the" may stand between a date and the event that it tells. */
const AT_SUBJECT = /^(?:\s+года|\s+г\.)?,?\s+\p{L}+(?:\s+\p{L}+)?\s+$/u

/** The shapes of a claim, for one language and one way of coming about. */
interface Frames {
  /** "X, (a été) signée (à Saint-Pétersbourg) (en)": nothing else may stand between the thing and the date. */
  readonly made: RegExp
  /** "Die Charta wurde am": the verb follows the date. */
  readonly verbLast: RegExp
  readonly verb: RegExp
  /** "La signature de la". */
  readonly noun: RegExp
  /** "En", with a place before it or without. */
  readonly plain: RegExp
  /** "La Charte du 26 juin 1946". */
  readonly of: RegExp
  /** "Signée à Budapest en ..., la Convention", "Подписанная в июне 2003 года Хартия": at the beginning of a sentence. */
  readonly madeFirst: RegExp
  readonly subject: RegExp
  /** "En juin 1946 fut signée la", "В июне 1946 года был подписан". */
  readonly when: RegExp
  readonly verbBefore: RegExp
  readonly auxiliaryBefore: RegExp
}

const known = new Map<Ties, Map<ComingAbout, Frames>>()

/** Made at their first use: they are long, and a page asks for them often. */
function framesOf(ties: Ties, by: ComingAbout): Frames {
  const ofLanguage = known.get(ties) ?? new Map<ComingAbout, Frames>()
  known.set(ties, ofLanguage)
  const frames = ofLanguage.get(by) ?? makeFrames(ties, by)
  ofLanguage.set(by, frames)
  return frames
}

function makeFrames(ties: Ties, by: ComingAbout): Frames {
  const { auxiliary, place, preposition, dates, article, of, nouns, joined, determiner } = ties
  const verbs = ties.verbs[by]
  const year = '(?:\\s+года|\\s+г\\.)?'
  const frame = (pattern: string): RegExp => new RegExp(pattern, 'iu')
  return {
    made: frame(
      `^,?\\s+(?:${auxiliary}(?:${verbs})(?:\\s+${place})?,?(?:\\s+${preposition})?\\s+(?:${place}\\s+)?|${dates}\\s+)$`,
    ),
    // "Wurde demnach am", and where the verb closes an insertion: "das Protokoll, im Dezember 1997 beschlossen".
    verbLast: frame(
      `^(?:\\s+(?:wurden?|ist|war|был[аои]?)\\s+(?:\\p{Ll}+\\s+)?(?:${place}\\s+)?(?:${preposition}\\s+)?|,\\s+${preposition}\\s+)$`,
    ),
    verb: frame(`^${year}(?:\\s+${place})?(?:\\s+von\\s+[^.;:()]{2,60})?\\s+(?:${verbs})(?!\\p{L})`),
    noun: frame(`(?:^|[^\\p{L}])(?:${nouns[by]})${joined}$`),
    plain: frame(`^(?:\\s+${place})?,?\\s+(?:${preposition}\\s+)?$`),
    of: frame(`^\\s+${of}\\s+$`),
    madeFirst: frame(`(?:^|[.!?]\\s+)(?:${verbs})(?:\\s+${place})?,?(?:\\s+${preposition})?\\s+$`),
    subject: frame(`^${article}$`),
    when: frame(`(?:^|[.!?,;]\\s+|[^\\p{L}])(?:${preposition})\\s+$|(?:^|[.!?]\\s+|[«“„"(])$`),
    verbBefore: frame(
      `^${year},?\\s+(?:${place}\\s+)?${auxiliary}(?:${verbs})\\s+(?:${place}\\s+)?${determiner}$`,
    ),
    auxiliaryBefore: frame(`^\\s+(?:wurden?|trat)\\s+(?:${place}\\s+)?${determiner}$`),
  }
}

/** Whether a claim in such a language is vague, or speaks of plans, anniversaries or accessions. */
export function isDoubtfulAbroad(lang: Language, claim: string): boolean {
  return lang === 'zh' ? isDoubtfulInChinese(claim) : (ABROAD[lang]?.doubt.test(claim) ?? false)
}
