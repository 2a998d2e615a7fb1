import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { NAME_PROBLEMS } from '../own/name-list.tsx'
import { Notice } from '../shared/notice.tsx'
import type { NamingControl } from './use-naming.ts'

/** Says what choosing an entry does now, and what it has done. */
export function NamingNotice({ naming, cancel }: Pick<NamingControl, 'naming' | 'cancel'>) {
  const t = useText()
  switch (naming.state) {
    case 'none':
      return null
    case 'added':
      return (
        <Notice tone="plain">
          <p role="status">{t('own.added', [isolated(naming.text), isolated(naming.name)])}</p>
        </Notice>
      )
    case 'choosing':
      return (
        <Notice tone="plain" title={t('own.choose', [isolated(naming.text)])}>
          <p role="status">
            {naming.problem === null ? t('own.choose_hint') : t(NAME_PROBLEMS[naming.problem])}
          </p>
          <button type="button" class="button" onClick={cancel}>
            {t('own.cancel')}
          </button>
        </Notice>
      )
  }
}
