import { cardSummary } from '../../facts/card-summary.ts'
import { textIn } from '../../facts/local-text.ts'
import type { LabelOf } from '../../facts/views.ts'
import type { CardSummary } from '../../model/card.ts'
import type { EntityRecord } from '../../model/entity.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { FoundEntity, Lookup } from '../../model/lookup.ts'

/** An entity of a page with what is told of it as of the article's date. */
export interface ToldEntity {
  readonly record: EntityRecord
  readonly summary: CardSummary
}

/** What is told for. */
export interface TellOptions {
  /** EDTF; absent where the article's date is unknown: then what holds today is told. */
  readonly date: string | undefined
  /** Today (ISO 8601 day). */
  readonly today: string
  /** BCP 47. */
  readonly lang: string
}

/** Reads entities and those that their facts name, in two batches; by `refKey`, those not known left out. */
export async function tellEntities(
  lookup: Lookup,
  refs: readonly EntityRef[],
  options: TellOptions,
): Promise<ReadonlyMap<string, ToldEntity>> {
  const found = await lookup.entities(refs)
  const neighbours = await lookup.entities(distinct(found.flatMap(namedBy)))
  const records = new Map([...neighbours, ...found].map(({ ref, record }) => [refKey(ref), record]))
  const recordOf = (ref: EntityRef) => records.get(refKey(ref))
  const labelOf: LabelOf = (ref) => {
    const record = recordOf(ref)
    return record && textIn(record.names, options.lang)
  }
  return new Map(
    found.map(({ ref, record }) => [
      refKey(ref),
      { record, summary: summaryOf({ ref, record }, { recordOf, labelOf }, options) },
    ]),
  )
}

function summaryOf(
  { ref, record }: FoundEntity,
  names: { readonly recordOf: (ref: EntityRef) => EntityRecord | undefined; readonly labelOf: LabelOf },
  { date, today, lang }: TellOptions,
): CardSummary {
  const asOf = date === undefined ? {} : { asOf: date }
  return cardSummary({ ref, record, ...names, ...asOf, now: today, lang, bundleTitle: '' })
}

const namedBy = ({ ref: { bundle }, record }: FoundEntity): EntityRef[] =>
  [...record.statements, ...record.relations].flatMap(({ entity }) =>
    entity === undefined ? [] : [{ bundle, entity }],
  )

const distinct = (refs: readonly EntityRef[]): EntityRef[] => [
  ...new Map(refs.map((ref) => [refKey(ref), ref])).values(),
]
