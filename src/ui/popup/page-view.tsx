import { useState } from 'preact/hooks'
import { formatEntryLink } from '../../model/entry-link.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { PageEntity, PageMarks } from '../../model/page-marks.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import { KindLabel } from '../shared/kind-label.tsx'
import { DateControl } from './date-control.tsx'
import { groupByKind, type Jumps, jumped, mentionCount } from './page-entities.ts'
import { PageTabs } from './page-tabs.tsx'

interface PageViewProps {
  readonly marks: PageMarks
  /** Scroll to a mention, counted from 0, and flash it. */
  readonly onJump: (entity: EntityRef, index: number) => void
  /** The reader says when the article appeared (ISO 8601 day), or takes it back with null. */
  readonly onDate: (date: string | null) => void
}

/** What is on this page: the accessible twin of the marks. */
export function PageView({ marks, onJump, onDate }: PageViewProps) {
  const [jumps, setJumps] = useState<Jumps>(new Map())
  const jump = ({ entity, count }: PageEntity) => {
    const next = jumped(jumps, entity, count)
    setJumps(next)
    onJump(entity, next.get(refKey(entity)) ?? 0)
  }
  return (
    <div class="page-view">
      <PageTabs current="page" />
      <PageLine marks={marks} onDate={onDate} />
      {groupByKind(marks.entities).map(({ kind, entities }) => (
        <section key={kind} class="kind-group" data-kind={kind}>
          <h2 class="kind-heading">
            <KindLabel kind={kind} plural />
            <span class="count">{entities.length}</span>
          </h2>
          <ul>
            {entities.map((each) => (
              <EntityRow
                key={refKey(each.entity)}
                {...{ ...each, date: marks.date, at: jumps.get(refKey(each.entity)) }}
                onJump={() => jump(each)}
              />
            ))}
          </ul>
        </section>
      ))}
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

interface EntityRowProps extends PageEntity {
  readonly date: string | undefined
  /** The mention that the reader jumped to last, counted from 0. */
  readonly at: number | undefined
  readonly onJump: () => void
}

function EntityRow({ entity, name, count, date, at, onJump }: EntityRowProps) {
  const t = useText()
  const href = formatEntryLink({ entity, ...(date !== undefined && { date }) })
  return (
    <li class="entity-row">
      <a class="entity-open" href={href}>
        <ForeignText text={name} />
      </a>
      <button type="button" class="jump" onClick={onJump} title={t('page.jump_title')}>
        {at === undefined ? count : t('page.jump_at', [at + 1, count])}
        <Icon name="jump" />
        <span class="unseen">{t('page.jump', count, [isolated(name)])}</span>
      </button>
    </li>
  )
}
