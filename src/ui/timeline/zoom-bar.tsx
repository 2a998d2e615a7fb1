import { useText } from '../i18n/text-context.ts'
import type { PlainKey } from '../i18n/translate.ts'
import { Icon, type IconName } from '../shared/icon.tsx'
import type { DayRange } from './time-scale.ts'
import { middleOf, moved, zoomed } from './time-view.ts'

/** One press shows half as much, or twice as much. */
export const NEARER = 0.5
export const FURTHER = 2
/** One press goes on by so much of what is seen. */
export const STEP = 0.3

interface ZoomBarProps {
  readonly view: DayRange
  readonly whole: DayRange
  readonly overview: DayRange
  readonly onChange: (view: DayRange) => void
}

/** Nearer, further, earlier, later, and back to the overview; the same is done by wheel, drag and keys in the drawing. */
export function ZoomBar({ view, whole, overview, onChange }: ZoomBarProps) {
  const t = useText()
  const isWhole = view.first <= whole.first && view.last >= whole.last
  const isOverview = view.first === overview.first && view.last === overview.last
  const button = (name: IconName, key: PlainKey, isOff: boolean, next: DayRange) => (
    <button
      type="button"
      class="icon-button"
      title={t(key)}
      aria-disabled={isOff}
      onClick={() => isOff || onChange(next)}
    >
      <Icon name={name} />
      <span class="unseen">{t(key)}</span>
    </button>
  )
  return (
    <div class="zoom-bar" role="toolbar" aria-label={t('timeline.zoom')}>
      {button('back', 'timeline.earlier', view.first <= whole.first, moved(view, -STEP, whole))}
      {button('forward', 'timeline.later', view.last >= whole.last, moved(view, STEP, whole))}
      {button('minus', 'timeline.further', isWhole, zoomed(view, FURTHER, middleOf(view), whole))}
      {button(
        'plus',
        'timeline.nearer',
        view.last - view.first <= 60,
        zoomed(view, NEARER, middleOf(view), whole),
      )}
      <button
        type="button"
        class="button button-quiet"
        onClick={() => onChange(isOverview ? whole : overview)}
      >
        {isOverview ? t('timeline.all') : t('timeline.overview')}
      </button>
    </div>
  )
}
