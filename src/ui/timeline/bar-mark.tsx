import type { Bar } from './bar-layout.ts'
import { Mark, type MarkProps } from './mark.tsx'

/** A term: a tinted bar with a firm edge where its beginning or end is known; darker where it held at the article's date. */
export function BarMark({ bar, ...mark }: MarkProps & { readonly bar: Bar }) {
  const { layout, mirror, mirrored } = mark.frame
  const height = layout.laneHeight - 4
  const y = layout.barsTop + bar.lane * layout.laneHeight + 2
  const start = mirror(bar.x)
  const end = mirror(bar.x + bar.width)
  const left = mirrored ? end : start
  const holds = layout.line !== undefined && bar.x <= layout.line.x && layout.line.x <= bar.x + bar.width
  return (
    <Mark item={bar.item} {...mark}>
      <rect class={holds ? 'bar bar-then' : 'bar'} x={left} y={y} width={bar.width} height={height} rx="2" />
      {!bar.opensBefore && <path class="bar-edge" d={`M${start} ${y}v${height}`} />}
      {!bar.opensAfter && <path class="bar-edge" d={`M${end} ${y}v${height}`} />}
      <text
        class={bar.labelSide === 'upon' ? 'bar-label' : 'bar-label bar-label-free'}
        x={mirror(bar.labelX)}
        y={y + height / 2}
        dominant-baseline="central"
        text-anchor={bar.labelSide === 'before' ? 'end' : 'start'}
      >
        {bar.label}
      </text>
      <rect class="mark-ring" x={left - 2} y={y - 2} width={bar.width + 4} height={height + 4} rx="4" />
    </Mark>
  )
}
