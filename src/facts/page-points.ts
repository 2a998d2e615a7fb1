import type { EntityRecord } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import { spanOf } from '../model/partial-date.ts'
import { tellsBeginning } from './existence.ts'
import { HOLDER } from './holders.ts'
import { overlap } from './interval.ts'
import type { PageSubject } from './page-subject.ts'
import { isSameEvent, wordsOf } from './same-event.ts'
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
    .filter((event) => !offices.some((bound) => isBoundary(event, bound)))
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

/** A day, month or year in which a term of office begins or ends, and the words of its holder's name. */
interface TermBound {
  readonly date: string
  readonly holder: readonly string[]
}

/** Where the terms of a body's, a position's or a person's offices begin and end: their bars show those. */
function termBoundsOf({ ref, record }: PageSubject, recordOf: RecordOf): TermBound[] {
  const known = (entity: EntityRef['entity']) => recordOf({ bundle: ref.bundle, entity })
  const offices = record.relations
    .filter(({ relation }) => relation === 'head' || relation === 'office')
    .flatMap(({ entity }) => known(entity) ?? [])
  return [record, ...offices].flatMap((of) =>
    of.statements
      .filter(({ property }) => property === HOLDER || property === 'position-held')
      .flatMap((term) => {
        const person = term.property === HOLDER ? term.entity && known(term.entity) : of
        const holder = wordsOf(person?.names[0]?.text ?? term.value ?? '')
        return [term.start, term.end].flatMap((date) => (date === undefined ? [] : [{ date, holder }]))
      }),
  )
}

/** Whether an event tells of such a bound; where the term is known to the year or month only, its title names the holder. */
function isBoundary(event: TimelinePoint, { date, holder }: TermBound): boolean {
  if (event.date === date) return true
  const days = spanOf(date)
  return (
    days !== undefined && overlap(event, days) && wordsOf(event.title).some((word) => holder.includes(word))
  )
}
