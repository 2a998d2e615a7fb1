import type { EventView, FactView } from '../model/card.ts'
import type { Statement } from '../model/entity.ts'
import { type EntityRef, refKey } from '../model/ids.ts'
import { spanOf } from '../model/partial-date.ts'
import { compareDays, type DayInterval, intervalOf } from './interval.ts'
import { groupOf } from './property-order.ts'
import { eventView, factView, type Subject } from './views.ts'

/** Something that happened. `first` and `last` are the day numbers that its date may mean, both included. */
export interface TimelinePoint extends DayInterval, EventView {
  readonly kind: 'point'
  readonly owner: EntityRef
  /** Where a statement tells it and no event does: its property; the title then is the entity's name. */
  readonly property?: string
}

/**
 * Something that lasted: a term of office, a membership. `first` is the first day that its start
 * may mean, `last` the last that its end may mean; an end that is not known is infinite.
 */
export interface TimelineSpan extends DayInterval, FactView {
  readonly kind: 'span'
  readonly owner: EntityRef
}

export type TimelineItem = TimelinePoint | TimelineSpan

/** The events of an entity as points and its terms and memberships as spans, in order of time. */
export function timelineOf(subject: Subject): TimelineItem[] {
  const points = subject.record.events.flatMap((event) => {
    const view = eventView(subject.record, event)
    return view ? pointsOf(subject.ref, view) : []
  })
  const spans = subject.record.statements
    .filter(isDrawnAsSpan)
    .flatMap((statement) => spanItems(subject, statement))
  return mergeTimelines([points, spans])
}

/**
 * Several timelines as one, in order of time; of items that begin together the longer comes first,
 * so that a bar stands before the points on it. Points of two entities that tell the same are shown once.
 */
export function mergeTimelines(timelines: readonly (readonly TimelineItem[])[]): TimelineItem[] {
  const distinct = new Map<string, TimelineItem>()
  for (const item of timelines.flat()) {
    const key = identityOf(item)
    if (!distinct.has(key)) distinct.set(key, item)
  }
  return [...distinct.values()].sort((a, b) => compareDays(a.first, b.first) || compareDays(b.last, a.last))
}

const identityOf = (item: TimelineItem): string =>
  item.kind === 'point'
    ? JSON.stringify([item.date, item.title])
    : JSON.stringify([refKey(item.owner), item.property, item.text, item.start, item.end])

/** Only what people and states did for a time is drawn as a bar; a status or a text would be a bar without meaning. */
function isDrawnAsSpan({ property, start, end }: Statement): boolean {
  const group = groupOf(property)
  return (group === 'office' || group === 'membership') && (start !== undefined || end !== undefined)
}

function pointsOf(owner: EntityRef, view: EventView): TimelinePoint[] {
  const days = spanOf(view.date)
  return days ? [{ kind: 'point', owner, ...view, first: days.first, last: days.last }] : []
}

function spanItems(subject: Subject, statement: Statement): TimelineSpan[] {
  const view = factView(subject, statement)
  return view ? [{ kind: 'span', owner: subject.ref, ...view, ...intervalOf(statement) }] : []
}
