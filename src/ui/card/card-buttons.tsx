import { useState } from 'preact/hooks'
import { useText } from '../i18n/text-context.ts'
import type { PlainKey } from '../i18n/translate.ts'
import { Icon, type IconName } from '../shared/icon.tsx'
import type { Pinning } from './card-actions.ts'

interface CardButtonProps {
  readonly icon: IconName
  readonly says: PlainKey
  readonly onClick?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly isPressed?: boolean
  readonly class?: string
}

/** A button with a picture and a name. */
export function CardButton({ icon, says, isPressed, class: more = '', ...events }: CardButtonProps) {
  const t = useText()
  return (
    <button type="button" class={`icon-button ${more}`} title={t(says)} aria-pressed={isPressed} {...events}>
      <Icon name={icon} />
      <span class="unseen">{t(says)}</span>
    </button>
  )
}

/** Pixels that one press of an arrow key moves the card; ten times as far with Shift. */
const STEP = 16

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** Pins the card, and moves it by keys once it is pinned; by hand it is moved at its head. */
export function PinButtons({ onPin, onMove }: Pinning) {
  const [isPinned, setPinned] = useState(false)
  const pin = () => {
    setPinned(!isPinned)
    onPin(!isPinned)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const times = event.shiftKey ? 10 : 1
    onMove(step[0] * times, step[1] * times)
  }
  return (
    <>
      {isPinned && <CardButton icon="move" says="card.move" onKeyDown={onKeyDown} />}
      <CardButton icon="pin" says={isPinned ? 'card.unpin' : 'card.pin'} isPressed={isPinned} onClick={pin} />
    </>
  )
}
