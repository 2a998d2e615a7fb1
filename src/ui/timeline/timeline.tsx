import { useRef, useState } from 'preact/hooks'
import type { TimelineItem } from '../../facts/timeline.ts'
import { spanOf } from '../../model/partial-date.ts'
import { useText } from '../i18n/text-context.ts'
import { itemLine } from './item-text.ts'
import { layOutTimeline } from './layout.ts'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { TimelineList } from './timeline-list.tsx'
import { useMeasure } from './use-measure.ts'

export interface TimelineProps {
  /** In order of time, as `timelineOf` and `mergeTimelines` of facts give them. */
  readonly items: readonly TimelineItem[]
  /** The article's date (EDTF): drawn as a line, and as a row of the list. */
  readonly asOf?: string
  /** Today as an ISO 8601 day: what lasts still is drawn up to it. */
  readonly today: string
}

/** A drawn timeline and, underneath, the same data as a list, which is its accessible twin. */
export function Timeline({ items, asOf, today }: TimelineProps) {
  const t = useText()
  const list = useRef<HTMLDetailsElement>(null)
  const [pointedAt, pointAt] = useState<TimelineItem | null>(null)
  const show = (item: TimelineItem) => focusRow(list.current, items.indexOf(item))
  if (items.length === 0) return <p class="empty">{t('timeline.empty')}</p>
  return (
    <figure class="timeline">
      <MeasuredDrawing {...{ items, asOf, today }} onPoint={pointAt} onShow={show} />
      <p class="timeline-caption" aria-hidden="true">
        {pointedAt ? itemLine(pointedAt, t) : t('timeline.hint')}
      </p>
      <details class="timeline-details" ref={list}>
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
  readonly onPoint: (item: TimelineItem | null) => void
  readonly onShow: (item: TimelineItem) => void
}

/** Text in the drawing is a step smaller than around it; this is the share. */
const DRAWING_TEXT = 0.857

function MeasuredDrawing({ items, asOf, today, ...rest }: MeasuredDrawingProps) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const measure = useMeasure(frame)
  const day = spanOf(asOf)
  const line = asOf !== undefined && day ? { asOf: { text: asOf, day: day.last } } : {}
  const input = { items, today: spanOf(today)?.last ?? 0, t, ...line }
  return (
    <div ref={frame} class="timeline-frame">
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
