import type { EntityRef } from '../../model/ids.ts'
import { isEnabledOn, type Settings } from '../../model/settings.ts'
import { useText } from '../i18n/text-context.ts'
import type { MessageKey } from '../i18n/translate.ts'
import { Notice } from '../shared/notice.tsx'
import { AccessChoice, LastingChoice } from './access-choice.tsx'
import { MutedList, type MutedListProps } from './muted-list.tsx'
import { PageView, type PageViewProps } from './page-view.tsx'
import { SiteSwitch } from './site-switch.tsx'
import type { AccessScope, ClosedPage, TabAccess } from './tab-access.ts'

export interface ThisPageProps extends MutedListProps {
  readonly tab: TabAccess
  readonly settings: Settings
  readonly onJump: (entity: EntityRef, index: number) => void
  /** The reader says when the article appeared (ISO 8601 day), or takes it back with null. */
  readonly onDate: (date: string | null) => void
  readonly onAllow: (scope: AccessScope) => void
  readonly onSwitchSite: (host: string, on: boolean) => void
}

/** The first view: the entities of this page, or why there are none. */
export function ThisPage(props: ThisPageProps) {
  const { tab, settings, onAllow, onSwitchSite } = props
  const t = useText()
  switch (tab.state) {
    case 'none':
      return (
        <Notice tone="plain" title={t('page.none_title')}>
          {t('page.none')}
        </Notice>
      )
    case 'closed':
      return <Closed why={tab.why} />
    case 'no-access':
      return <AccessChoice host={tab.host} onAllow={onAllow} />
    case 'asking':
      return <Waiting />
    case 'marks': {
      const { host, marks, lasting } = tab
      return (
        <>
          <SiteSwitch
            host={host}
            isOn={isEnabledOn(settings, host)}
            onSwitch={(on) => onSwitchSite(host, on)}
          />
          <Marks {...props} marks={marks} />
          <MutedList {...props} />
          {!lasting && <LastingChoice host={host} onAllow={onAllow} />}
        </>
      )
    }
  }
}

const REASONS = {
  'browser-page': 'page.closed.browser_page',
  'extension-store': 'page.closed.extension_store',
  'local-file': 'page.closed.local_file',
  'not-a-document': 'page.closed.not_a_document',
  refused: 'page.closed.refused',
} as const satisfies Record<ClosedPage, MessageKey>

function Closed({ why }: { readonly why: ClosedPage }) {
  const t = useText()
  return (
    <Notice tone="plain" title={t('page.closed.title')}>
      <p>{t(REASONS[why])}</p>
      <p>{t('page.closed.search')}</p>
    </Notice>
  )
}

function Marks({ marks, ...props }: PageViewProps) {
  const t = useText()
  if (marks.state === 'off') return <Notice tone="plain">{t('page.switched_off')}</Notice>
  if (marks.state === 'failed')
    return (
      <Notice tone="danger" title={t('page.failed_title')}>
        {t('page.failed')}
      </Notice>
    )
  if (marks.entities.length > 0) return <PageView {...props} marks={marks} />
  if (marks.state === 'marking') return <Waiting />
  return (
    <Notice tone="plain" title={t('page.empty_title')}>
      {t('page.empty')}
    </Notice>
  )
}

function Waiting() {
  const t = useText()
  return (
    <p class="waiting" role="status">
      {t('page.marking')}
    </p>
  )
}
