import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { EntityKind } from '../../model/entity.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import { KindLabel } from '../shared/kind-label.tsx'

interface CardFrameProps {
  readonly name: string
  readonly kind?: EntityKind
  readonly description?: string
  readonly busy?: boolean
  readonly footer?: ComponentChildren
  readonly children: ComponentChildren
  readonly onClose: () => void
}

/** The outline that all states of the card share: head with name and close button, scrolling body, foot. */
export function CardFrame({
  name,
  kind,
  description,
  busy = false,
  footer,
  children,
  onClose,
}: CardFrameProps) {
  const t = useText()
  const nameId = useId()
  return (
    <div class="card" role="dialog" aria-labelledby={nameId} aria-busy={busy} data-kind={kind}>
      <header class="card-head">
        {kind && <KindLabel kind={kind} />}
        <h2 class="name" id={nameId}>
          <ForeignText text={name} />
        </h2>
        {description !== undefined && (
          <p class="description">
            <ForeignText text={description} />
          </p>
        )}
        <button type="button" class="icon-button card-close" onClick={onClose} title={t('card.close')}>
          <Icon name="close" />
          <span class="unseen">{t('card.close')}</span>
        </button>
      </header>
      <div class="card-body measured">{children}</div>
      {footer && <footer class="card-foot">{footer}</footer>}
    </div>
  )
}
