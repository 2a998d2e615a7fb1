import type { EntityRecord } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import { spanOf } from '../model/partial-date.ts'
import { compareDays, type DayInterval } from './interval.ts'
import { pagePoints } from './page-points.ts'
import type { PageSubject } from './page-subject.ts'
import { pageTerms } from './page-terms.ts'
import type { TimelineItem } from './timeline.ts'

/** What a page's timeline is made of. */
export interface PageTimelineInput {
  /** In the order of first mention. */
  readonly subjects: readonly PageSubject[]
  /** Gives the record of a neighbour: the positions of a body. */
  readonly recordOf: (ref: EntityRef) => EntityRecord | undefined
  /** The article's date (EDTF), or today where it is not known. */
  readonly asOf: string
}

/** Years before the article that an overview goes back to: about what readers remember, and terms of office are drawn from. */
const OVERVIEW_YEARS = 25
const DAYS_PER_YEAR = 365.25

/**
 * All that a page's entities bring to its timeline, in order of time, by the rule of docs/page-timeline.md:
 * terms of office of the last 25 years that touch positions and people named; the coming about of named
 * agreements, documents and events and of the organisation named most; what else happened to an entity
 * in a year that its own paragraphs name. Nothing later than the article.
 */
export function pageTimeline(input: PageTimelineInput): TimelineItem[] {
  const window = overviewOf(input.asOf)
  if (!window) return []
  const weighed = [...input.subjects].sort((a, b) => b.count - a.count)
  const items = [...pageTerms(weighed, window), ...pagePoints(weighed, input.recordOf, window.last)]
  return items.sort((a, b) => compareDays(a.first, b.first) || compareDays(b.last, a.last))
}

/** The days that the overview covers up to the article; undefined where its date cannot be read. */
export function overviewOf(asOf: string): DayInterval | undefined {
  const day = spanOf(asOf)?.last
  return day === undefined ? undefined : { first: day - OVERVIEW_YEARS * DAYS_PER_YEAR, last: day }
}
