import { useRef, useState } from 'preact/hooks'
import type { TimelineItem, TimelineSpan } from '../../facts/timeline.ts'
import type { EntityKind } from '../../model/entity.ts'
import { spanOf } from '../../model/partial-date.ts'
import { useText } from '../i18n/text-context.ts'
import { directionOf } from '../i18n/translate.ts'
import { itemLine } from './item-text.ts'
import { layOutTimeline } from './layout.ts'
import type { DayRange } from './time-scale.ts'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { TimelineList } from './timeline-list.tsx'
import { useMeasure } from './use-measure.ts'
import { type Zoom, zoomListeners } from './zoom-listeners.ts'

export interface TimelineProps {
  /** In order of time, as `timelineOf` and `mergeTimelines` of facts give them. */
  readonly items: readonly TimelineItem[]
  /** The article's date (EDTF): drawn as a line, and as a row of the list. */
  readonly asOf?: string
  /** Today as an ISO 8601 day: what lasts still is drawn up to it. */
  readonly today: string
  /** The days to draw, and of which they are a part: with these the drawing can be zoomed and moved. */
  readonly view?: DayRange
  readonly whole?: DayRange
  readonly onView?: (view: DayRange) => void
  /** Terms are drawn in groups under this title. */
  readonly titleOf?: (span: TimelineSpan) => string
  /** What the owner of an item is, where they differ. */
  readonly kindOf?: (item: TimelineItem) => EntityKind
  /** The list is unfolded from the start: where dots have no room for words, it says them. */
  readonly isListOpen?: boolean
  /** What the drawing is of, for whoever hears it. */
  readonly name?: string
}

/** A drawn timeline and, underneath, the same data as a list, which is its accessible twin. */
export function Timeline({
  items,
  asOf,
  today,
  view,
  whole,
  onView,
  titleOf,
  kindOf,
  isListOpen,
  name,
}: TimelineProps) {
  const t = useText()
  const list = useRef<HTMLDetailsElement>(null)
  const [pointedAt, pointAt] = useState<TimelineItem | null>(null)
  const show = (item: TimelineItem) => focusRow(list.current, items.indexOf(item))
  if (items.length === 0) return <p class="empty">{t('timeline.empty')}</p>
  return (
    <figure class="timeline">
      <MeasuredDrawing
        {...{ items, asOf, today, titleOf }}
        zoom={view && whole && onView ? { view, whole, onView } : undefined}
        name={name ?? t('timeline.name')}
        kindOf={kindOf}
        onPoint={pointAt}
        onShow={show}
      />
      <p class="timeline-caption" aria-hidden="true">
        {pointedAt ? itemLine(pointedAt, t) : t('timeline.hint')}
      </p>
      <details class="timeline-details" ref={list} open={isListOpen}>
        <summary>{t('timeline.as_list', items.length)}</summary>
        <TimelineList items={items} asOf={asOf} />
      </details>
    </figure>
  )
}

function focusRow(list: HTMLDetailsElement | null, index: number): void {
  if (!list) return
  list.open = true
  list.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus()
}

interface MeasuredDrawingProps {
  readonly items: readonly TimelineItem[]
  readonly asOf: string | undefined
  readonly today: string
  readonly zoom: Zoom | undefined
  readonly titleOf: ((span: TimelineSpan) => string) | undefined
  readonly name: string
  readonly kindOf: ((item: TimelineItem) => EntityKind) | undefined
  readonly onPoint: (item: TimelineItem | null) => void
  readonly onShow: (item: TimelineItem) => void
}

/** Text in the drawing is a step smaller than around it; this is the share. */
const DRAWING_TEXT = 0.857

function MeasuredDrawing({ items, asOf, today, zoom, titleOf, ...rest }: MeasuredDrawingProps) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const measure = useMeasure(frame)
  const day = spanOf(asOf)
  const line = asOf !== undefined && day ? { asOf: { text: asOf, day: day.last } } : {}
  const ways = { ...(zoom && { view: zoom.view }), ...(titleOf && { titleOf }) }
  const input = { items, today: spanOf(today)?.last ?? 0, t, ...line, ...ways }
  return (
    <div
      ref={frame}
      class={zoom ? 'timeline-frame timeline-movable' : 'timeline-frame'}
      {...zoomListeners(zoom, directionOf(t) === 'rtl')}
    >
      {measure && measure.width > 0 && (
        <TimelineDrawing
          width={measure.width}
          layout={layOutTimeline({
            ...input,
            width: measure.width,
            fontSize: measure.fontSize * DRAWING_TEXT,
          })}
          {...rest}
        />
      )}
    </div>
  )
}
