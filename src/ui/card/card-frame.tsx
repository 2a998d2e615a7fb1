import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { EntityKind } from '../../model/entity.ts'
import { visibleText } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import { KindLabel } from '../shared/kind-label.tsx'
import type { Pinning } from './card-actions.ts'
import { CardBody } from './card-body.tsx'
import { CardButton, PinButtons } from './card-buttons.tsx'
import { startDrag } from './drag.ts'

interface CardFrameProps {
  readonly name: string
  readonly kind?: EntityKind
  readonly description?: string
  readonly busy?: boolean
  readonly footer?: ComponentChildren
  readonly children: ComponentChildren
  readonly pinning?: Pinning | undefined
  readonly onClose: () => void
  /** Where there is something to go back to. */
  readonly onBack?: (() => void) | undefined
}

/** The outline that all states of the card share: head with name and buttons, scrolling body, foot. */
export function CardFrame({ busy = false, footer, children, ...head }: CardFrameProps) {
  const nameId = useId()
  return (
    <div class="card" role="dialog" aria-labelledby={nameId} aria-busy={busy} data-kind={head.kind}>
      <CardHead {...head} nameId={nameId} />
      <CardBody>{children}</CardBody>
      {footer && <footer class="card-foot">{footer}</footer>}
    </div>
  )
}

interface CardHeadProps extends Omit<CardFrameProps, 'busy' | 'footer' | 'children'> {
  readonly nameId: string
}

function CardHead({ name, kind, description, pinning, onClose, onBack, nameId }: CardHeadProps) {
  const onPointerDown = pinning && ((event: PointerEvent) => startDrag(event, pinning.onMove))
  return (
    <header class={pinning ? 'card-head card-handle' : 'card-head'} onPointerDown={onPointerDown}>
      <div class="card-bar">
        {onBack && <BackButton onBack={onBack} />}
        {kind && <KindLabel kind={kind} />}
        <div class="card-tools">
          {pinning && <PinButtons {...pinning} />}
          <CardButton icon="close" says="card.close" class="card-close" onClick={onClose} />
        </div>
      </div>
      <h2 class="name" id={nameId} title={wholeOf(name)}>
        <ForeignText text={name} />
      </h2>
      {description !== undefined && (
        <p class="description" title={wholeOf(description)}>
          <ForeignText text={description} />
        </p>
      )}
    </header>
  )
}

/** What four lines hold in any case, in UTF-16 units of wide letters. */
const SHORT = 60

/** The tooltip of a text that may have been cut. */
const wholeOf = (text: string): string | undefined => (text.length > SHORT ? visibleText(text) : undefined)

function BackButton({ onBack }: { readonly onBack: () => void }) {
  const t = useText()
  return (
    <button type="button" class="button button-quiet card-back" onClick={onBack}>
      <Icon name="back" />
      {t('popup.back')}
    </button>
  )
}
