import type { EntityEvent, EntityRecord } from '../model/entity.ts'
import { spanOf } from '../model/partial-date.ts'
import { compareDays, type DayInterval } from './interval.ts'

/** The events next to a date on an entity's timeline. */
export interface NearestEvents {
  readonly previous?: EntityEvent
  readonly next?: EntityEvent
}

interface DatedEvent {
  readonly event: EntityEvent
  readonly days: DayInterval
}

/**
 * The last event that had surely happened by the end of `at` and the first that surely had not
 * begun. An event so coarsely dated that it may lie on either side is neither: the timeline shows it.
 */
export function nearestEvents(record: EntityRecord, at: DayInterval): NearestEvents {
  const dated = record.events.flatMap(datedEvent)
  const previous = last(
    dated.filter(({ days }) => days.last <= at.last).sort((a, b) => compareDays(a.days.last, b.days.last)),
  )
  const next = dated
    .filter(({ days }) => days.first > at.last)
    .sort((a, b) => compareDays(a.days.first, b.days.first))[0]
  return { ...(previous && { previous: previous.event }), ...(next && { next: next.event }) }
}

function datedEvent(event: EntityEvent): DatedEvent[] {
  const days = spanOf(event.date)
  return days ? [{ event, days }] : []
}

const last = <T>(items: readonly T[]): T | undefined => items[items.length - 1]
