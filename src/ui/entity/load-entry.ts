import type { RecordOf } from '../../facts/head-facts.ts'
import { textIn } from '../../facts/local-text.ts'
import type { LabelOf, Subject } from '../../facts/views.ts'
import type { EntityRecord } from '../../model/entity.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { BundleInfo, Lookup } from '../../model/lookup.ts'

/** A record with all that its page tells of its neighbours. */
export interface Entry extends Subject {
  readonly recordOf: RecordOf
  readonly bundle: BundleInfo | undefined
}

/** The relation from an organisation to the position that leads it; its holders are shown on the organisation's page too. */
const HEAD = 'head'

/**
 * Reads an entity, the entities that it names, and the holders of the positions that lead it, in three
 * batches; undefined where the entity is not known. `lang` chooses the names (BCP 47).
 */
export async function loadEntry(lookup: Lookup, ref: EntityRef, lang: string): Promise<Entry | undefined> {
  const [[found], bundles] = await Promise.all([lookup.entities([ref]), lookup.bundles()])
  if (!found) return undefined
  const { record } = found
  const records = new Map([[refKey(ref), record]])
  await readInto(records, lookup, namedBy(ref, record))
  await readInto(
    records,
    lookup,
    headsOf(ref, record).flatMap((head) => namedBy(head, records.get(refKey(head)))),
  )
  const recordOf: RecordOf = (each) => records.get(refKey(each))
  const labelOf: LabelOf = (each) => nameOf(recordOf(each), lang)
  return { ref, record, recordOf, labelOf, bundle: bundles.find(({ bundle }) => bundle === ref.bundle) }
}

/** The entities that a record's facts and relations name. */
function namedBy({ bundle }: EntityRef, record: EntityRecord | undefined): EntityRef[] {
  const named = [...(record?.statements ?? []), ...(record?.relations ?? [])]
  return named.flatMap(({ entity }) => (entity === undefined ? [] : [{ bundle, entity }]))
}

const headsOf = ({ bundle }: EntityRef, record: EntityRecord): EntityRef[] =>
  record.relations.filter(({ relation }) => relation === HEAD).map(({ entity }) => ({ bundle, entity }))

async function readInto(
  records: Map<string, EntityRecord>,
  lookup: Lookup,
  refs: readonly EntityRef[],
): Promise<void> {
  const wanted = new Map(refs.map((ref) => [refKey(ref), ref] as const).filter(([key]) => !records.has(key)))
  if (wanted.size === 0) return
  for (const { ref, record } of await lookup.entities([...wanted.values()])) records.set(refKey(ref), record)
}

const nameOf = (record: EntityRecord | undefined, lang: string): string | undefined =>
  record && textIn(record.names, lang)
