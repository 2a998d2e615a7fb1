import type { Language } from './languages.ts'
import { startsWithCalendarWord } from './neighbours.ts'

/**
 * Whether a name goes on after a short form, so that it is another thing: "the Code of Criminal
 * Procedure", "the Agreement on Trade", "the Union Bank", "la Cour suprême", "la Convención de Viena".
 */
export function goesOn(text: string, end: number, lang: Language): boolean {
  const rest = text.slice(end, end + REACH)
  if (/^-(?!elect|designate)\p{L}/u.test(rest) || /^\s+\p{Lu}/u.test(rest)) return true
  if (lang === 'en' || lang === 'zh') return goesOnInEnglish(rest)
  return LINKS[lang].test(rest) || (ADJECTIVES[lang]?.test(rest) ?? false)
}

const REACH = 60

function goesOnInEnglish(rest: string): boolean {
  if (/^\s+of\s(?!those\s|(?:that|the)\s+(?:day|time|era|moment)(?!\p{L}))/u.test(rest)) return true
  const after = /^\s+(?:on|for|to|between|among|against|concerning)\s+(?:the\s+)?(?=\p{Lu})/u.exec(rest)
  return after !== null && !startsWithCalendarWord(rest.slice(after[0].length))
}

/** Russian verbs and what may stand before them, told by their endings: "Организация выросла", "Союз не ждёт". */
const VERB_FOLLOWS =
  /^[»”]?,?\s+(?:(?:не|уже|также|теперь|вновь|снова|сегодня|ранее)\s+)?(?:(?!стол|отдел|раздел|предел)\p{Ll}{2,}(?:[её]т|ит|[уюая]т|л|л[аои]|лся|л[аои]сь|[её]тся|ится|[уюая]тся|[ае]н[аоы]|ть)|готов[аоы]?|намерен[аоы]?|должн[аоы]|должен|будет|может)(?!\p{L})/u

/** Whether a verb stands behind a noun that opens a Russian sentence, so that nothing belongs to the noun. */
export const isFollowedByVerb = (text: string, end: number): boolean =>
  VERB_FOLLOWS.test(text.slice(end, end + REACH))

/** What joins a noun to the rest of a name. */
const LINKS: Readonly<Record<'fr' | 'es' | 'de' | 'ru', RegExp>> = {
  // "Ce n’est pas à la Cour de dire": an infinitive is no name.
  fr: /^\s+(?:de\s(?!\p{Ll}+(?:er|ir|re)(?!\p{L}))|des\s|du\s|d['’]|sur\s|pour\s|contre\s|relative?\s)/u,
  es: /^\s+(?:de\s(?!\p{Ll}+(?:ar|er|ir)(?!\p{L}))|del\s|sobre\s|contra\s|para\s|relativ[oa]\s)/u,
  de: /^\s+(?:der\s|des\s|für\s|über\s|gegen\s|zur\s|zum\s|von\s|vom\s|aus\s)/u,
  ru: /^\s+(?:о\s|об\s|по\s|против\s|между\s|\p{Ll}+(?:ого|ой|ых|их|его|ей)\s)/u,
}

/**
 * Adjectives that follow their noun: "l'Union européenne", "la Corte Suprema", told by their endings. Verbs with
 * such an ending that often follow ("indique", "explica") are let through.
 */
const ADJECTIVES: Readonly<Partial<Record<Language, RegExp>>> = {
  fr: /^\s+(?!(?:indique|explique|applique|critique|rappelle|appelle|arrive|signale|termine|détermine|examine)\s)\p{Ll}+(?:ale?s?|aux|aires?|i?ennes?|iens?|éens?|éennes?|iques?|elles?|els?|aines?|oises?|ifs?|ives?|ées?|ieures?|rême|mixte)(?!\p{L})/u,
  es: /^\s+(?!(?:indica|explica|publica|aplica|critica|celebra|espera|planea|está|será|obligará)\s)\p{Ll}+(?:al|ales|ares?|ari[oa]s?|ic[oa]s?|an[oa]s?|enses?|e[oa]s?|iv[oa]s?|suprem[oa]|unid[oa]s)(?!\p{L})/u,
}
