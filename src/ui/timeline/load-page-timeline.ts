import { textIn } from '../../facts/local-text.ts'
import type { PageSubject } from '../../facts/page-subject.ts'
import { pageTimeline } from '../../facts/page-timeline.ts'
import type { TimelineItem } from '../../facts/timeline.ts'
import type { EntityKind, EntityRecord } from '../../model/entity.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { FoundEntity, Lookup } from '../../model/lookup.ts'
import type { PageEntity } from '../../model/page-marks.ts'

/** A page's timeline, with what its drawing asks of the owners of its items. */
export interface LoadedPageTimeline {
  readonly items: readonly TimelineItem[]
  readonly nameOf: (owner: EntityRef) => string
  readonly kindOf: (owner: EntityRef) => EntityKind | undefined
}

/** What is read for it. `asOf` (EDTF): the article's date, or today; `lang` chooses the names (BCP 47). */
export interface PageTimelineRequest {
  readonly lookup: Lookup
  readonly entities: readonly PageEntity[]
  readonly asOf: string
  readonly lang: string
}

/** Reads a page's entities and those that their terms name, in two batches. */
export async function loadPageTimeline(request: PageTimelineRequest): Promise<LoadedPageTimeline> {
  const { lookup, entities, asOf, lang } = request
  const found = await lookup.entities(entities.map(({ entity }) => entity))
  const neighbours = await lookup.entities(distinct(found.flatMap(neighboursOf)))
  const records = new Map([...neighbours, ...found].map(({ ref, record }) => [refKey(ref), record]))
  const recordOf = (ref: EntityRef) => records.get(refKey(ref))
  const labelOf = (ref: EntityRef) => nameIn(recordOf(ref), lang)
  const marks = new Map(entities.map((each) => [refKey(each.entity), each]))
  const subjects = found.map(({ ref, record }): PageSubject => {
    const { count = 0, years = [] } = marks.get(refKey(ref)) ?? {}
    return { ref, record, labelOf, count, years }
  })
  return {
    items: pageTimeline({ subjects, recordOf, asOf }),
    nameOf: (owner) => labelOf(owner) ?? owner.entity,
    kindOf: (owner) => recordOf(owner)?.kind,
  }
}

/** The holders of a position, the positions of a person, the offices of a body: all that a term is named by. */
function neighboursOf({ ref: { bundle }, record }: FoundEntity): EntityRef[] {
  const offices = record.relations.filter(({ relation }) => relation === 'head' || relation === 'office')
  const terms = record.statements.filter(
    ({ property }) => property === 'holder' || property === 'position-held',
  )
  return [...offices, ...terms].flatMap(({ entity }) => (entity === undefined ? [] : [{ bundle, entity }]))
}

const distinct = (refs: readonly EntityRef[]): EntityRef[] => [
  ...new Map(refs.map((ref) => [refKey(ref), ref])).values(),
]

const nameIn = (record: EntityRecord | undefined, lang: string): string | undefined =>
  record && textIn(record.names, lang)
