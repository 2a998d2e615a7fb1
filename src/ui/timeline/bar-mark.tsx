import type { Bar, LaneTitle } from './bar-layout.ts'
import { Decoration } from './decoration.tsx'
import type { Frame } from './frame.ts'
import { Mark, type MarkProps } from './mark.tsx'

/** Air between the bars of two lanes. */
const LANE_GAP = 4

/** A term: a tinted bar with a firm edge where its beginning or end is known; darker where it held at the article's date. */
export function BarMark({ bar, ...mark }: MarkProps & { readonly bar: Bar }) {
  const { layout, mirror, mirrored } = mark.frame
  const { y, height } = rowOf(bar, mark.frame)
  const start = mirror(bar.x)
  const end = mirror(bar.x + bar.width)
  const left = mirrored ? end : start
  const holds = layout.line !== undefined && bar.x <= layout.line.x && layout.line.x <= bar.x + bar.width
  return (
    <Mark item={bar.item} {...mark}>
      <rect class={holds ? 'bar bar-then' : 'bar'} x={left} y={y} width={bar.width} height={height} rx="2" />
      {!bar.opensBefore && <path class="bar-edge" d={`M${start} ${y}v${height}`} />}
      {!bar.opensAfter && <path class="bar-edge" d={`M${end} ${y}v${height}`} />}
      <rect class="mark-ring" x={left - 2} y={y - 2} width={bar.width + 4} height={height + 4} rx="4" />
    </Mark>
  )
}

interface BarLabelProps {
  readonly bar: Bar
  readonly frame: Frame
}

/** A bar's label. The bar itself is named in full, so that shortening this takes nothing away. */
export function BarLabel({ bar, frame }: BarLabelProps) {
  const { y, height } = rowOf(bar, frame)
  return (
    <Decoration class={bar.labelSide === 'upon' ? 'bar-label' : 'bar-label bar-label-free'}>
      <text
        x={frame.mirror(bar.labelX)}
        y={y + height / 2}
        dominant-baseline="central"
        text-anchor={bar.labelSide === 'before' ? 'end' : 'start'}
      >
        {bar.label}
      </text>
    </Decoration>
  )
}

interface GroupTitleProps {
  readonly title: LaneTitle
  readonly frame: Frame
}

/** Whose terms the lanes below are. */
export function GroupTitle({ title, frame }: GroupTitleProps) {
  const { y, height } = rowOf(title, frame)
  return (
    <Decoration class="group-title">
      <text x={frame.mirror(2)} y={y + height} dy="-0.25em">
        {title.text}
      </text>
    </Decoration>
  )
}

const rowOf = (
  { lane }: { readonly lane: number },
  { layout }: Frame,
): { readonly y: number; readonly height: number } => ({
  y: layout.barsTop + lane * layout.laneHeight + LANE_GAP / 2,
  height: layout.laneHeight - LANE_GAP,
})
