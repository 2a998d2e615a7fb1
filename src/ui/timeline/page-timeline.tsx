import type { Lookup } from '../../model/lookup.ts'
import type { PageEntity } from '../../model/page-marks.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { Notice } from '../shared/notice.tsx'
import { PageTimelineView } from './page-timeline-view.tsx'
import { usePageTimeline } from './use-page-timeline.ts'

export interface PageTimelineProps {
  readonly lookup: Lookup
  /** The page's entities in the order of first mention, with counts and years (`PageMarks`). */
  readonly entities: readonly PageEntity[]
  /** The article's date (EDTF), where it is known. */
  readonly date: string | undefined
  /** Today as an ISO 8601 day. */
  readonly today: string
}

/** All entities of a page on one timeline, by the rule of docs/page-timeline.md; it takes the width that it is given. */
export function PageTimeline({ lookup, entities, date, today }: PageTimelineProps) {
  const t = useText()
  const loaded = usePageTimeline({ lookup, entities, asOf: date ?? today, lang: languageOf(t) })
  switch (loaded.state) {
    case 'loading':
      return (
        <p class="waiting" role="status">
          {t('timeline.loading')}
        </p>
      )
    case 'failed':
      return <Notice tone="danger">{t('timeline.failed')}</Notice>
    case 'ready':
      return loaded.timeline.items.length === 0 ? (
        <p class="empty">{t('timeline.page_empty')}</p>
      ) : (
        <PageTimelineView key={date ?? ''} timeline={loaded.timeline} date={date} today={today} />
      )
  }
}
