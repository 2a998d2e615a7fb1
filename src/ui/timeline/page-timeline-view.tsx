import { useState } from 'preact/hooks'
import { overviewOf } from '../../facts/page-timeline.ts'
import type { TimelineItem } from '../../facts/timeline.ts'
import { ENTITY_KINDS, type EntityKind } from '../../model/entity.ts'
import { spanOf } from '../../model/partial-date.ts'
import { useText } from '../i18n/text-context.ts'
import { KindFilter } from './kind-filter.tsx'
import type { LoadedPageTimeline } from './load-page-timeline.ts'
import { type DayRange, rangeOf } from './time-scale.ts'
import { Timeline } from './timeline.tsx'
import { ZoomBar } from './zoom-bar.tsx'

interface PageTimelineViewProps {
  readonly timeline: LoadedPageTimeline
  readonly date: string | undefined
  readonly today: string
}

/** The drawing with its filter and its zoom; the list underneath follows the filter. */
export function PageTimelineView({ timeline, date, today }: PageTimelineViewProps) {
  const t = useText()
  const [hidden, hide] = useState<ReadonlySet<EntityKind>>(new Set())
  const kindOf = ({ owner }: TimelineItem): EntityKind => timeline.kindOf(owner) ?? 'event'
  const whole = wholeOf(timeline.items, date, today)
  const overview = overviewIn(timeline.items, date ?? today, whole)
  const [view, setView] = useState<DayRange>(overview)
  const kinds = ENTITY_KINDS.filter((kind) => timeline.items.some((item) => kindOf(item) === kind))
  const items = timeline.items.filter((item) => !hidden.has(kindOf(item)))
  return (
    <div class="page-timeline">
      {kinds.length > 1 && <KindFilter kinds={kinds} hidden={hidden} onChange={hide} />}
      <ZoomBar view={view} whole={whole} overview={overview} onChange={setView} />
      <Timeline
        items={items}
        today={today}
        view={view}
        whole={whole}
        onView={setView}
        titleOf={({ owner }) => timeline.nameOf(owner)}
        kindOf={kindOf}
        isListOpen
        name={t('timeline.page_name')}
        {...(date !== undefined && { asOf: date })}
      />
    </div>
  )
}

/** All days that the items name. */
const wholeOf = (items: readonly TimelineItem[], date: string | undefined, today: string): DayRange =>
  rangeOf(items, spanOf(today)?.last ?? 0, spanOf(date)?.last)

/** A share of what is seen, past the article: its line must not stand at the very edge. */
const AFTER = 0.06

/** What is seen first: the years before the article, from the first thing in them. */
function overviewIn(items: readonly TimelineItem[], asOf: string, whole: DayRange): DayRange {
  const window = overviewOf(asOf)
  if (!window) return whole
  const inWindow = items.map(({ first }) => first).filter((first) => first >= window.first)
  const first = inWindow.length < items.length ? window.first : Math.min(...inWindow) - 120
  const from = Math.max(first, window.first, whole.first)
  return { first: from, last: Math.min(whole.last, window.last + (window.last - from) * AFTER) }
}
