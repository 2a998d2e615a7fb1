import type { Lookup } from '../../model/lookup.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { useModule } from '../shared/use-module.ts'
import { PageTabs } from './page-tabs.tsx'
import type { TabAccess } from './tab-access.ts'

interface TimelineTabProps {
  readonly tab: Extract<TabAccess, { state: 'marks' }>
  readonly lookup: Lookup
  readonly today: string
}

/** The first view of the popup draws nothing, so that the code of the drawing comes when it is asked for. */
const loadDrawing = () => import('../timeline/page-timeline.tsx')

/** The page's timeline. */
export function TimelineTab({ tab: { marks }, lookup, today }: TimelineTabProps) {
  const t = useText()
  const drawing = useModule(loadDrawing)
  return (
    <>
      <PageTabs current="timeline" />
      {drawing === 'failed' && <Notice tone="danger">{t('timeline.failed')}</Notice>}
      {typeof drawing === 'object' && (
        <drawing.PageTimeline lookup={lookup} entities={marks.entities} date={marks.date} today={today} />
      )}
    </>
  )
}
