import type { EventView, FactView, SourceView } from '../model/card.ts'
import type { EntityEvent, EntityRecord, Source, Statement } from '../model/entity.ts'
import type { EntityRef, SourceId } from '../model/ids.ts'

/** Gives the display name of an entity, or undefined where it is not known. */
export type LabelOf = (ref: EntityRef) => string | undefined

/** A record with what is needed to show its facts. */
export interface Subject {
  readonly ref: EntityRef
  readonly record: EntityRecord
  readonly labelOf: LabelOf
}

/** A source as a reader sees it. */
export function sourceView({ title, publisher, url, date }: Source): SourceView {
  return { title, publisher, url, host: hostOf(url), ...(date !== undefined && { date }) }
}

/** A statement ready to be shown, or undefined where its source is missing: nothing is shown without one. */
export function factView(subject: Subject, statement: Statement): FactView | undefined {
  const source = sourceOf(subject.record, statement.source)
  if (!source) return undefined
  const { property, start, end, acting, confidence } = statement
  return {
    property,
    ...shownValue(subject, statement),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(acting !== undefined && { acting }),
    confidence,
    source,
  }
}

/** An event ready to be shown, or undefined where its source is missing. */
export function eventView(record: EntityRecord, event: EntityEvent): EventView | undefined {
  const source = sourceOf(record, event.source)
  return (
    source && { date: event.date, title: event.title, confidence: event.confidence ?? 'confirmed', source }
  )
}

function shownValue({ ref, labelOf }: Subject, statement: Statement): Pick<FactView, 'text' | 'entity'> {
  if (statement.entity === undefined) return { text: statement.value ?? '' }
  const entity = { bundle: ref.bundle, entity: statement.entity }
  // An id reads poorly, but it is true, and it shows what the bundle lacks.
  return { text: labelOf(entity) ?? statement.entity, entity }
}

function sourceOf(record: EntityRecord, id: SourceId): SourceView | undefined {
  const source = record.sources.find((each) => each.id === id)
  return source && sourceView(source)
}

/** What a link really leads to; the record gate lets only http and https through, so it parses. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')
