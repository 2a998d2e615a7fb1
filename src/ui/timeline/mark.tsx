import type { ComponentChildren } from 'preact'
import type { TimelineItem } from '../../facts/timeline.ts'
import { useText } from '../i18n/text-context.ts'
import type { Frame } from './frame.ts'
import { itemLine } from './item-text.ts'

/** What every mark is told besides its place. */
export interface MarkProps {
  /** Its place in the order of time. */
  readonly index: number
  /** Whether it is the one mark in the tab order. */
  readonly isReachable: boolean
  readonly frame: Frame
  readonly onPoint: (item: TimelineItem | null) => void
  readonly onShow: (item: TimelineItem) => void
}

interface MarkBoxProps extends MarkProps {
  readonly item: TimelineItem
  readonly children: ComponentChildren
}

/** The behaviour that bars and points share: a button with a name, told of pointer and focus. */
export function Mark({ item, index, isReachable, frame, onPoint, onShow, children }: MarkBoxProps) {
  const t = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onShow(item)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
    <g
      class="mark"
      role="button"
      // Attributes of a drawing tell upper from lower case.
      tabindex={isReachable ? 0 : -1}
      aria-label={itemLine(item, t)}
      data-index={index}
      data-kind={frame.kindOf?.(item)}
      onClick={() => onShow(item)}
      onKeyDown={onKeyDown}
      onFocusIn={() => onPoint(item)}
      onFocusOut={() => onPoint(null)}
      onPointerEnter={() => onPoint(item)}
      onPointerLeave={() => onPoint(null)}
    >
      {children}
    </g>
  )
}
