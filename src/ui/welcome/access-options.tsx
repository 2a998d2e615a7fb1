import type { ComponentChildren } from 'preact'
import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'

/** `chosen`: pages and sites that the reader names one by one; `all`: every site; `unknown`: the browser has not told yet. */
export type Access = 'unknown' | 'chosen' | 'all'

export interface AccessOptionsProps {
  readonly access: Access
  /** The reader allows all sites. Called within the click, as the browser's own question demands. */
  readonly onAllowAll: () => void
}

/** Three ways to use it, from the narrowest to the widest. The first two need nothing now; they are chosen from the toolbar button. */
export function AccessOptions({ access, onAllowAll }: AccessOptionsProps) {
  const t = useText()
  return (
    <section aria-labelledby="welcome-access">
      <h2 class="section-title" id="welcome-access">
        {t('welcome.access')}
      </h2>
      <ul class="options">
        <Option title={t('welcome.click_title')} text={t('welcome.click')} />
        <Option title={t('welcome.site_title')} text={t('welcome.site')} />
        <Option title={t('welcome.all_title')} text={t('welcome.all')}>
          {access === 'all' ? (
            <p class="option-state">
              <Icon name="check" />
              {t('welcome.all_granted')}
            </p>
          ) : (
            <button
              type="button"
              class="button button-main"
              hidden={access === 'unknown'}
              onClick={onAllowAll}
            >
              {t('welcome.all_button')}
            </button>
          )}
        </Option>
      </ul>
    </section>
  )
}

interface OptionProps {
  readonly title: string
  readonly text: string
  readonly children?: ComponentChildren
}

function Option({ title, text, children }: OptionProps) {
  return (
    <li class="option">
      <h3 class="option-title">{title}</h3>
      <p>{text}</p>
      {children}
    </li>
  )
}
