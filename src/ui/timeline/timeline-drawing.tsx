import { useState } from 'preact/hooks'
import { compareDays } from '../../facts/interval.ts'
import type { TimelineItem } from '../../facts/timeline.ts'
import { useText } from '../i18n/text-context.ts'
import { directionOf } from '../i18n/translate.ts'
import { BarLabel, BarMark, GroupTitle } from './bar-mark.tsx'
import type { Frame } from './frame.ts'
import type { TimelineLayout } from './layout.ts'
import { PointLabel, PointMark } from './point-mark.tsx'
import { nextInOrder } from './roving.ts'
import { ArticleLine, Axis } from './timeline-axis.tsx'

interface TimelineDrawingProps {
  readonly layout: TimelineLayout
  readonly width: number
  /** The item under the pointer or the focus, null when there is none. */
  readonly onPoint: (item: TimelineItem | null) => void
  /** The reader wants the item's row of the list. */
  readonly onShow: (item: TimelineItem) => void
  /** What the drawing is of. */
  readonly name: string
  readonly kindOf: Frame['kindOf'] | undefined
}

/**
 * The drawing. One of its marks is in the tab order; the arrow keys go from mark to mark in order of
 * time, Home and End to the first and the last, Enter to the row of the list.
 */
export function TimelineDrawing({ layout, width, onPoint, onShow, name, kindOf }: TimelineDrawingProps) {
  const t = useText()
  const mirrored = directionOf(t) === 'rtl'
  const [reachable, setReachable] = useState(0)
  const drawn = drawnInOrder(layout)
  const mirror = (x: number) => (mirrored ? width - x : x)
  const frame: Frame = { layout, mirrored, mirror, ...(kindOf && { kindOf }) }
  const mark = (item: TimelineItem) => {
    const index = drawn.indexOf(item)
    return { index, isReachable: index === Math.min(reachable, drawn.length - 1), frame, onPoint, onShow }
  }
  const onKeyDown = (event: KeyboardEvent) => moveFocus(event, drawn.length, mirrored, setReachable)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and the drawing itself is the group
    <svg
      class="timeline-drawing"
      role="group"
      aria-label={name}
      width={width}
      height={layout.height}
      onKeyDown={onKeyDown}
    >
      {layout.points.map((point) => (
        <PointLabel key={drawn.indexOf(point.item)} point={point} frame={frame} />
      ))}
      <Axis frame={frame} width={width} />
      <ArticleLine frame={frame} />
      {layout.titles.map((title) => (
        <GroupTitle key={title.lane} title={title} frame={frame} />
      ))}
      {layout.bars.map((bar) => (
        <BarMark key={drawn.indexOf(bar.item)} bar={bar} {...mark(bar.item)} />
      ))}
      {layout.bars.map((bar) => (
        <BarLabel key={drawn.indexOf(bar.item)} bar={bar} frame={frame} />
      ))}
      {layout.points.map((point) => (
        <PointMark key={drawn.indexOf(point.item)} point={point} {...mark(point.item)} />
      ))}
    </svg>
  )
}

function drawnInOrder({ bars, points }: TimelineLayout): TimelineItem[] {
  const items: TimelineItem[] = [...bars.map(({ item }) => item), ...points.map(({ item }) => item)]
  return items.sort((a, b) => compareDays(a.first, b.first) || compareDays(b.last, a.last))
}

function moveFocus(
  event: KeyboardEvent,
  count: number,
  mirrored: boolean,
  tell: (index: number) => void,
): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof Element) || !(currentTarget instanceof Element)) return
  const from = Number(target.closest('[data-index]')?.getAttribute('data-index'))
  if (event.shiftKey) return
  const next = nextInOrder(from, count, key, mirrored)
  if (next === undefined) return
  event.preventDefault()
  tell(next)
  currentTarget.querySelector<SVGElement>(`[data-index="${next}"]`)?.focus()
}
