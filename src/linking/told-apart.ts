import type { DayInterval } from '../facts/interval.ts'
import type { Sense, Spot } from './spot.ts'

/** How far behind a name a text says that somebody else bears it. */
const REACH = 70

/** "Sergey Lavrov, no relation to the minister": the text itself tells its bearer from a better known one. */
const NAMESAKE =
  /^[^.;:!?\n]{0,44}?(?:\bno\s+relation\b|\bnot\s+to\s+be\s+confused\b|\bnot\s+related\s+to\b|\bunrelated\s+to\b|\bnamesake\b|sans\s+(?:lien|rapport)|aucun\s+lien|homonyme|homónim[oa]|sin\s+(?:relación|parentesco)|ningún\s+parentesco|nicht\s+verwandt|Namensvetter|однофамил\p{L}+|т[её]зк\p{L}+|同名)/iu
const NAMESAKE_BEFORE =
  /(?:\bnamesake|homonyme|homónim[oa]|Namensvetter|однофамил\p{L}+|т[её]зк\p{L}+|полн\p{L}+\s+т[её]зк\p{L}+)(?:\s+(?:of|de|du|del|von))?,?\s+$/iu

/** Whether the text says of the bearer of a name that it is not the one whom the name brings to mind. */
export const isToldApart = ({ block: { text }, start, end }: Spot): boolean =>
  NAMESAKE.test(text.slice(end, end + REACH)) ||
  NAMESAKE_BEFORE.test(text.slice(Math.max(0, start - REACH / 2), start))

/** ", 22,", ", aged 22,", ", 22 ans,", " (22)": an age as papers give it. */
const AGE =
  /^(?:,\s+(?:aged\s+|âgée?\s+de\s+|de\s+)?(\d{2})(?:\s+(?:years\s+old|ans|años|Jahre(?:\s+alt)?|лет|года?))?,|\s+\((\d{2})\))/u
/** A year more or less is a matter of the birthday, another of when the text was written. */
const YEARS_OFF = 2
/** Nobody led a state or a body younger than this, where no birthday is known. */
const YOUNGEST = 26
const DAYS_OF_YEAR = 365.25

/** Whether the age that stands behind a name is not that of a person at the article's date. */
export function isOfAnotherAge(
  { block: { text }, end }: Spot,
  { view }: Sense,
  date: DayInterval | undefined,
): boolean {
  const next = text.charAt(end)
  if (next !== ',' && text.charAt(end + 1) !== '(') return false
  const match = AGE.exec(text.slice(end, end + REACH / 2))
  if (!match || !date) return false
  const age = Number(match[1] ?? match[2])
  const born = view.existence.first
  if (!Number.isFinite(born)) return age < YOUNGEST
  return Math.abs((date.last - born) / DAYS_OF_YEAR - 0.5 - age) > YEARS_OFF
}
