import type { EntityRef } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { Notice } from '../shared/notice.tsx'
import { useEntry } from './use-entry.ts'

export interface EntityViewProps {
  readonly lookup: Lookup
  readonly entity: EntityRef
  /** The article's date (EDTF), as of which the first facts are told. */
  readonly date: string | undefined
  /** Today as an ISO 8601 day. */
  readonly today: string
}

/** The full entry of an entity, once it is there. */
export function EntityView({ lookup, entity, date, today }: EntityViewProps) {
  const t = useText()
  const loaded = useEntry(lookup, entity, languageOf(t))
  switch (loaded.state) {
    case 'loading':
      return (
        <p class="waiting" role="status">
          {t('entry.loading')}
        </p>
      )
    case 'unknown':
      return (
        <Notice isView tone="warning" title={t('entry.unknown_title')}>
          {t('entry.unknown')}
        </Notice>
      )
    case 'failed':
      return (
        <Notice isView tone="danger" title={t('entry.failed_title')}>
          {t('entry.failed')}
        </Notice>
      )
    case 'ready':
      return <loaded.Page entry={loaded.entry} date={date} today={today} />
  }
}
