import { cardSummary } from '../facts/card-summary.ts'
import { textIn } from '../facts/local-text.ts'
import type { CardSummary } from '../model/card.ts'
import type { EntityRecord } from '../model/entity.ts'
import { stalenessOf } from '../model/freshness.ts'
import { type EntityRef, refKey } from '../model/ids.ts'
import type { BundleInfo, FoundEntity, Lookup } from '../model/lookup.ts'

/** When and for whom cards are made. */
export interface CardOptions {
  /** The article's date (EDTF), where it is known. */
  readonly date: string | undefined
  /** Now (ISO 8601 instant, UTC): its day is today. */
  readonly now: string
  /** The reader's language (BCP 47). */
  readonly lang: string
  /** The id of a source that a hint names. */
  readonly cite?: string | undefined
}

/** The cards of some entities, in the order asked; those that are not known are left out. */
export async function cardsOf(
  lookup: Lookup,
  refs: readonly EntityRef[],
  options: CardOptions,
): Promise<CardSummary[]> {
  const found = await lookup.entities(refs)
  const neighbours = await lookup.entities(found.flatMap(neighboursOf))
  // Who leads an organisation is told by the position that leads it: its holders are a step further.
  const offices = neighbours.filter(({ record }) => record.kind === 'position')
  const holders = await lookup.entities(offices.flatMap(neighboursOf))
  const records = new Map(
    [...holders, ...neighbours, ...found].map(({ ref, record }) => [refKey(ref), record]),
  )
  const bundles = new Map((await lookup.bundles()).map((info) => [info.bundle, info]))
  return found.map((each) => cardOf(each, records, bundles.get(each.ref.bundle), options))
}

function cardOf(
  { ref, record }: FoundEntity,
  records: ReadonlyMap<string, EntityRecord>,
  bundle: BundleInfo | undefined,
  { date, now: instant, lang, cite }: CardOptions,
): CardSummary {
  const recordOf = (other: EntityRef) => records.get(refKey(other))
  const labelOf = (other: EntityRef) => nameIn(recordOf(other), lang)
  const asOf = date === undefined ? {} : { asOf: date }
  const cited = cite === undefined ? {} : { cite }
  const bundleTitle = bundle?.title ?? ref.bundle
  const staleness = bundle && stalenessOf(bundle, instant)
  const now = instant.slice(0, 'YYYY-MM-DD'.length)
  const subject = { ref, record, now, lang, labelOf, recordOf, bundleTitle, staleness }
  return cardSummary({ ...subject, ...asOf, ...cited })
}

const nameIn = (record: EntityRecord | undefined, lang: string): string | undefined =>
  record && textIn(record.names, lang)

/** Every entity that a record's facts or relations name. */
function neighboursOf({ ref, record }: FoundEntity): EntityRef[] {
  const ids = [...record.statements, ...record.relations].flatMap(({ entity }) => entity ?? [])
  return [...new Set(ids)].map((entity) => ({ bundle: ref.bundle, entity }))
}
