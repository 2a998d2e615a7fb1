import type { EntityRecord } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import { spanOf } from '../model/partial-date.ts'
import { tellsBeginning } from './existence.ts'
import { HOLDER } from './holders.ts'
import { overlap } from './interval.ts'
import type { PageSubject } from './page-subject.ts'
import { isSameEvent } from './same-event.ts'
import { type TimelinePoint, timelineOf } from './timeline.ts'
import { factView } from './views.ts'

type RecordOf = (ref: EntityRef) => EntityRecord | undefined

/** Kinds whose coming about is news in itself; a person's birth and a state's founding are not what an article is about. */
const COMING_ABOUT: ReadonlySet<string> = new Set(['agreement', 'document', 'event'])

/** More dots are no overview; the entities named most keep theirs. */
const MOST_POINTS = 60

/**
 * The events that a page's entities bring, up to a day: see docs/page-timeline.md. `subjects` with the
 * most mentions first; of several entities that tell the same event the first tells it.
 */
export function pagePoints(
  subjects: readonly PageSubject[],
  recordOf: RecordOf,
  upTo: number,
): TimelinePoint[] {
  const main = subjects.find(({ record }) => record.kind === 'organization')
  const found: TimelinePoint[] = []
  // The article's own day is its line; what came later it cannot tell of.
  for (const subject of subjects)
    for (const point of pointsOf(subject, subject === main, recordOf))
      if (point.last < upTo && !found.some((each) => isSameEvent(each, point))) found.push(point)
  return found.slice(0, MOST_POINTS)
}

function pointsOf(subject: PageSubject, isMain: boolean, recordOf: RecordOf): TimelinePoint[] {
  const offices = termBoundsOf(subject, recordOf)
  const events = timelineOf(subject)
    .filter((item): item is TimelinePoint => item.kind === 'point')
    .filter(({ date }) => !offices.has(date))
  const beginning = isMain || COMING_ABOUT.has(subject.record.kind) ? beginningOf(subject, events) : []
  return [...beginning, ...events.filter((event) => !beginning.includes(event) && isNamed(event, subject))]
}

/** An event in a year that the entity's own paragraphs name. */
const isNamed = (event: TimelinePoint, { years }: PageSubject): boolean =>
  years.some((year) => {
    const days = spanOf(String(year).padStart(4, '0'))
    return days !== undefined && days.first <= event.first && event.last <= days.last
  })

/** When the entity came about: the event of that date, or the statement itself, or else the first that is told of it. */
function beginningOf(subject: PageSubject, events: readonly TimelinePoint[]): TimelinePoint[] {
  const [statement] = subject.record.statements
    .filter(({ property, start }) => tellsBeginning(property) && start !== undefined)
    .sort((a, b) => (spanOf(a.start)?.first ?? 0) - (spanOf(b.start)?.first ?? 0))
  const days = spanOf(statement?.start)
  if (!statement || !days) return events.slice(0, 1)
  const told = events.find((event) => overlap(event, days))
  if (told) return [told]
  const view = factView(subject, statement)
  if (!view || statement.start === undefined) return []
  const { source, confidence, property } = view
  const title = subject.labelOf(subject.ref) ?? subject.record.names[0]?.text ?? subject.record.id
  const { first, last } = days
  return [
    {
      kind: 'point',
      owner: subject.ref,
      date: statement.start,
      title,
      property,
      confidence,
      source,
      first,
      last,
    },
  ]
}

/** The dates on which the terms of a body's, a position's or a person's offices begin and end: their bars show those. */
function termBoundsOf({ ref, record }: PageSubject, recordOf: RecordOf): ReadonlySet<string> {
  const offices = record.relations
    .filter(({ relation }) => relation === 'head' || relation === 'office')
    .flatMap(({ entity }) => recordOf({ bundle: ref.bundle, entity }) ?? [])
  const terms = [record, ...offices].flatMap(({ statements }) =>
    statements.filter(({ property }) => property === HOLDER || property === 'position-held'),
  )
  return new Set(terms.flatMap(({ start, end }) => [start, end]).filter((date) => date !== undefined))
}
