import { refKey } from '../model/ids.ts'
import { HOLDER } from './holders.ts'
import { type DayInterval, mayHoldAt } from './interval.ts'
import type { PageSubject } from './page-subject.ts'
import { type TimelineSpan, timelineOf } from './timeline.ts'

/** The property by which a person names the offices held (docs/vocabulary.md). */
const POSITION_HELD = 'position-held'

/** More bars are no overview; the entities named most have theirs drawn. */
const MOST_TERMS = 40

/**
 * The terms of office that a page's positions and people bring, of those days: every holder of a named
 * position, every office of a named person; a term that both tell is told once, by its position.
 * `subjects` with the most mentions first.
 */
export function pageTerms(subjects: readonly PageSubject[], window: DayInterval): TimelineSpan[] {
  const positions = subjects.filter(({ record }) => record.kind === 'position')
  const named = new Set(positions.map(({ ref }) => refKey(ref)))
  const ofPositions = positions.flatMap((subject) => spansOf(subject, HOLDER))
  const ofPeople = subjects
    .filter(({ record }) => record.kind === 'person')
    .flatMap((subject) => spansOf(subject, POSITION_HELD))
    .filter(({ entity }) => entity === undefined || !named.has(refKey(entity)))
  return [...ofPositions, ...ofPeople].filter((term) => mayHoldIn(term, window)).slice(0, MOST_TERMS)
}

const spansOf = (subject: PageSubject, property: string): TimelineSpan[] =>
  timelineOf(subject).filter(
    (item): item is TimelineSpan => item.kind === 'span' && item.property === property,
  )

const mayHoldIn = ({ start, end }: TimelineSpan, window: DayInterval): boolean =>
  mayHoldAt({ ...(start !== undefined && { start }), ...(end !== undefined && { end }) }, window)
