import { useState } from 'preact/hooks'
import { formatEntryLink } from '../../model/entry-link.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { PageEntity, PageMarks } from '../../model/page-marks.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { noteOn, useOwn } from '../own/own-context.ts'
import { groupByKind, type Jumps, jumped } from '../popup/page-entities.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import { KindLabel } from '../shared/kind-label.tsx'
import type { ToldEntity } from './load-dossier.ts'

interface EntityListProps {
  readonly marks: PageMarks
  readonly told: ReadonlyMap<string, ToldEntity>
  readonly onJump: (entity: EntityRef, index: number) => void
}

/** The entities of the page by kind, each with one line of what it is: the accessible twin of the marks. */
export function EntityList({ marks, told, onJump }: EntityListProps) {
  const [jumps, setJumps] = useState<Jumps>(new Map())
  const jump = ({ entity, count }: PageEntity) => {
    const next = jumped(jumps, entity, count)
    setJumps(next)
    onJump(entity, next.get(refKey(entity)) ?? 0)
  }
  return (
    <>
      {groupByKind(marks.entities).map(({ kind, entities }) => (
        <section key={kind} class="kind-group" data-kind={kind}>
          <h3 class="kind-heading">
            <KindLabel kind={kind} plural />
            <span class="count">{entities.length}</span>
          </h3>
          <ul>
            {entities.map((each) => (
              <Row
                key={refKey(each.entity)}
                page={each}
                told={told.get(refKey(each.entity))}
                date={marks.date}
                at={jumps.get(refKey(each.entity))}
                onJump={() => jump(each)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface RowProps {
  readonly page: PageEntity
  readonly told: ToldEntity | undefined
  readonly date: string | undefined
  readonly at: number | undefined
  readonly onJump: () => void
}

function Row({ page: { entity, name: pageName, count }, told, date, at, onJump }: RowProps) {
  const t = useText()
  const own = useOwn()
  // The page tells the bundle's first name; the reader's language may have its own.
  const name = told?.summary.name ?? pageName
  const description = told?.summary.description ?? ''
  const hasNote = own !== null && noteOn(own.layer, entity) !== undefined
  return (
    <li class="entity-row panel-row">
      <span class="panel-entity">
        <a class="entity-open" href={formatEntryLink({ entity, ...(date !== undefined && { date }) })}>
          <ForeignText text={name} />
        </a>
        {hasNote && (
          <span class="note-mark" title={t('panel.has_note')}>
            <Icon name="document" />
            <span class="unseen">{t('panel.has_note')}</span>
          </span>
        )}
        {description !== '' && (
          <span class="panel-description">
            <ForeignText text={description} />
          </span>
        )}
      </span>
      <button type="button" class="jump" onClick={onJump} title={t('page.jump_title')}>
        {at === undefined ? count : t('page.jump_at', [at + 1, count])}
        <Icon name="jump" />
        <span class="unseen">{t('page.jump', count, [isolated(name)])}</span>
      </button>
    </li>
  )
}
