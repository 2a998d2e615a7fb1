import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import type { AccessScope } from './tab-access.ts'

interface AccessChoiceProps {
  /** Empty where the browser does not tell it: then no site can be named. */
  readonly host: string
  readonly onAllow: (scope: AccessScope) => void
}

/** The page is marked this once, because the button was clicked: the ways to have it for longer. */
export function LastingChoice({ host, onAllow }: AccessChoiceProps) {
  const t = useText()
  return (
    <Notice tone="plain">
      <p>{t('access.only_now')}</p>
      <div class="choices">
        <LastingButtons host={host} onAllow={onAllow} />
      </div>
    </Notice>
  )
}

/** The page is not marked because the reader has not said so: three ways, from the narrowest to the widest. */
export function AccessChoice({ host, onAllow }: AccessChoiceProps) {
  const t = useText()
  return (
    <Notice tone="plain" title={t('access.title')}>
      <p>{t('access.explanation')}</p>
      <div class="choices">
        <button type="button" class="button button-main" onClick={() => onAllow('page')}>
          {t('access.page')}
        </button>
        <LastingButtons host={host} onAllow={onAllow} />
      </div>
    </Notice>
  )
}

function LastingButtons({ host, onAllow }: AccessChoiceProps) {
  const t = useText()
  return (
    <>
      {host !== '' && (
        <button type="button" class="button" onClick={() => onAllow('site')}>
          {t('access.site', [isolated(host)])}
        </button>
      )}
      <button type="button" class="button" onClick={() => onAllow('all')}>
        {t('access.all')}
      </button>
    </>
  )
}
