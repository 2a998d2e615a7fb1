import { Decoration } from './decoration.tsx'
import type { Frame } from './frame.ts'
import { Mark, type MarkProps } from './mark.tsx'
import type { Point } from './point-layout.ts'

const RADIUS = 4.25
const ROW = 11
/** Larger than the dot: WCAG asks for targets of 24 pixels, or for a list that does the same, which is underneath. */
const REACH = 7

/** An event: a dot on the axis, hollow where it is not confirmed. */
export function PointMark({ point, ...mark }: MarkProps & { readonly point: Point }) {
  const { layout, mirror } = mark.frame
  const place = { cx: mirror(point.x), cy: layout.axisY - ROW / 2 - point.row * ROW }
  return (
    <Mark item={point.item} {...mark}>
      <circle class="mark-reach" {...place} r={REACH} />
      <circle class="dot" data-confidence={point.item.confidence} {...place} r={RADIUS} />
      <circle class="mark-ring" {...place} r={RADIUS + 3} />
    </Mark>
  )
}

interface PointLabelProps {
  readonly point: Point
  readonly frame: Frame
}

/** An event's title below the axis, and the leader that ties it to its dot. */
export function PointLabel({ point, frame: { layout, mirror } }: PointLabelProps) {
  if (!point.label) return null
  const x = mirror(point.x)
  const y = layout.labelsTop + point.label.row * layout.laneHeight
  return (
    <Decoration>
      <path class="leader" d={`M${x} ${layout.axisY}V${y + layout.laneHeight / 2}`} />
      <text
        class="point-label"
        x={x}
        dx={mirrorOffset(mirror, 5)}
        y={y + layout.laneHeight / 2}
        dominant-baseline="central"
      >
        {point.label.text}
      </text>
    </Decoration>
  )
}

/** An offset towards what is later: to the left where time runs so. */
const mirrorOffset = (mirror: (x: number) => number, offset: number): number => mirror(offset) - mirror(0)
