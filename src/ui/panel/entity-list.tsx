import { formatEntryLink } from '../../model/entry-link.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { PageEntity, PageMarks } from '../../model/page-marks.ts'
import { useText } from '../i18n/text-context.ts'
import { noteOn, useOwn } from '../own/own-context.ts'
import { EntityGroups } from '../popup/entity-groups.tsx'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'
import type { ToldEntity } from './load-dossier.ts'

interface EntityListProps {
  readonly marks: PageMarks
  readonly told: ReadonlyMap<string, ToldEntity>
  readonly onJump: (entity: EntityRef, index: number) => void
}

/** The entities of the page by kind, each with one line of what it is: the accessible twin of the marks. */
export function EntityList({ marks, told, onJump }: EntityListProps) {
  const names = new Map([...told].map(([key, { summary }]) => [key, summary.name]))
  return (
    <EntityGroups entities={marks.entities} names={names} Heading="h3" onJump={onJump}>
      {(page, name) => (
        <Told page={page} name={name} told={told.get(refKey(page.entity))} date={marks.date} />
      )}
    </EntityGroups>
  )
}

interface ToldProps {
  readonly page: PageEntity
  readonly name: string
  readonly told: ToldEntity | undefined
  readonly date: string | undefined
}

function Told({ page: { entity }, name, told, date }: ToldProps) {
  const t = useText()
  const own = useOwn()
  const description = told?.summary.description ?? ''
  const hasNote = own !== null && noteOn(own.layer, entity) !== undefined
  return (
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
  )
}
