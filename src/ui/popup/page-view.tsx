import { textIn } from '../../facts/local-text.ts'
import { formatEntryLink } from '../../model/entry-link.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { PageMarks } from '../../model/page-marks.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { useFound } from '../shared/use-found.ts'
import { DateControl } from './date-control.tsx'
import { EntityGroups } from './entity-groups.tsx'
import { mentionCount } from './page-entities.ts'
import { PageTabs } from './page-tabs.tsx'

export interface PageViewProps {
  readonly marks: PageMarks
  readonly lookup: Lookup
  /** Scroll to a mention, counted from 0, and flash it. */
  readonly onJump: (entity: EntityRef, index: number) => void
  /** The reader says when the article appeared (ISO 8601 day), or takes it back with null. */
  readonly onDate: (date: string | null) => void
}

/** What is on this page: the accessible twin of the marks. */
export function PageView({ marks, lookup, onJump, onDate }: PageViewProps) {
  const t = useText()
  const found = useFound(
    lookup,
    marks.entities.map(({ entity }) => entity),
  )
  const names = new Map(found.map(({ ref, record }) => [refKey(ref), textIn(record.names, languageOf(t))]))
  const dated = marks.date === undefined ? {} : { date: marks.date }
  return (
    <div class="page-view">
      <PageTabs current="page" />
      <PageLine marks={marks} onDate={onDate} />
      <EntityGroups entities={marks.entities} names={names} Heading="h2" onJump={onJump}>
        {({ entity }, name) => (
          <a class="entity-open" href={formatEntryLink({ entity, ...dated })}>
            <ForeignText text={name} />
          </a>
        )}
      </EntityGroups>
    </div>
  )
}

function PageLine({ marks, onDate }: Pick<PageViewProps, 'marks' | 'onDate'>) {
  const t = useText()
  return (
    <div class="page-line">
      <DateControl marks={marks} onDate={onDate} />
      <span>{t('page.mentions', mentionCount(marks.entities))}</span>
    </div>
  )
}
