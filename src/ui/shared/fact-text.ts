import type { FactView } from '../../model/card.ts'
import { spanOf } from '../../model/partial-date.ts'
import { formatDate, formatPeriod } from '../format/dates.ts'
import type { Translate } from '../i18n/translate.ts'

/** A fact's value in words: a value that is itself a date is written as one. */
export const factText = (fact: FactView, t: Translate): string =>
  spanOf(fact.text) === undefined ? fact.text : formatDate(fact.text, t)

/** When a fact held, or nothing where that would only repeat its value ("Founded: 15 June 2001, since 15 June 2001"). */
export function factPeriod(fact: FactView, t: Translate): string {
  if (fact.start === fact.text && fact.end === undefined) return ''
  return formatPeriod(fact.start, fact.end, t, 'short')
}
