import { cardSummary } from '../../src/facts/card-summary.ts'
import { textIn } from '../../src/facts/local-text.ts'
import type { CardSummary } from '../../src/model/card.ts'
import type { EntityRef } from '../../src/model/ids.ts'
import { packagedBundle, recordOf, ref } from './lookup.fixture.ts'

/** The day of the worked example's press release. */
export const ARTICLE_DATE = '2020-02-27'

/** The playground's own today, so that its pictures stay the same. */
export const TODAY = '2026-11-23'

const known = (each: EntityRef) => {
  try {
    return recordOf(each.entity)
  } catch {
    return undefined
  }
}

/** The card of an entity as of a date, made by the same code as in the extension. */
export function summaryOf(id: string, asOf?: string): CardSummary {
  return cardSummary({
    ref: ref(id),
    record: recordOf(id),
    labelOf: (each) => {
      const record = known(each)
      return record && textIn(record.names, 'en')
    },
    recordOf: known,
    now: TODAY,
    lang: 'en',
    bundleTitle: packagedBundle.title,
    ...(asOf !== undefined && { asOf }),
  })
}
