import { Decoration } from './decoration.tsx'
import type { Frame } from './frame.ts'

/** The axis with its years. */
export function Axis({
  frame: { layout, mirror },
  width,
}: {
  readonly frame: Frame
  readonly width: number
}) {
  return (
    <Decoration>
      {layout.ticks.map(({ x, label, labelX }) => (
        <g key={label}>
          <path class="grid" d={`M${mirror(x)} ${layout.barsTop}V${layout.axisY}`} />
          <text class="tick" x={mirror(labelX)} y={layout.axisY} dy="1.25em" text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      <path class="axis" d={`M0 ${layout.axisY}H${width}`} />
    </Decoration>
  )
}

/** The article's date: a line through everything, with its label above. */
export function ArticleLine({ frame: { layout, mirror } }: { readonly frame: Frame }) {
  if (!layout.line) return null
  const x = mirror(layout.line.x)
  return (
    <Decoration class="article-line">
      <path d={`M${x} ${layout.barsTop - 4}V${layout.axisY}`} />
      <text x={mirror(layout.line.labelX)} y="0" dy="0.95em" text-anchor="middle">
        {layout.line.label}
      </text>
    </Decoration>
  )
}
