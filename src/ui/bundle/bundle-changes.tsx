import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import type { BundleChanges as Changes } from '../../model/bundle-entry.ts'
import { formatEntryLink } from '../../model/entry-link.ts'
import type { BundleId, EntityId } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import { formatInstantDay } from '../format/instants.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'

/** Enough to look through; the counts stand in the result of the update. */
const MOST_SHOWN = 40

interface BundleChangesProps {
  readonly bundle: BundleId
  readonly changes: Changes
  readonly lookup: Lookup
}

/** What the last update changed, entry by entry; read when the reader opens it. */
export function BundleChanges({ bundle, changes, lookup }: BundleChangesProps) {
  const t = useText()
  const [names, setNames] = useState<ReadonlyMap<EntityId, string>>(new Map())
  const { added, changed, removed } = changes
  if (added.length + changed.length + removed.length === 0) return null
  const load = (isOpen: boolean) => {
    const shown = [added, changed].flatMap((ids) => ids.slice(0, MOST_SHOWN))
    if (isOpen && names.size === 0) void namesOf(lookup, bundle, shown).then(setNames)
  }
  const link = (id: EntityId) => (
    <a href={formatEntryLink({ entity: { bundle, entity: id } })}>
      <ForeignText text={names.get(id) ?? id} />
    </a>
  )
  return (
    <details class="changes" onToggle={(event) => load(event.currentTarget.open)}>
      <summary>{t('bundle.changes', [changes.from, formatInstantDay(changes.at, t)])}</summary>
      <ChangeList title={t('bundle.added')} changes={added} view={link} />
      <ChangeList title={t('bundle.changed')} changes={changed} view={link} />
      <ChangeList
        title={t('bundle.removed')}
        changes={removed}
        view={(name) => <ForeignText text={name} />}
      />
    </details>
  )
}

interface ChangeListProps<Change> {
  readonly title: string
  readonly changes: readonly Change[]
  readonly view: (change: Change) => ComponentChild
}

function ChangeList<Change>({ title, changes, view }: ChangeListProps<Change>) {
  const t = useText()
  if (changes.length === 0) return null
  return (
    <>
      <h3 class="changes-title">{title}</h3>
      <ul class="changes-list">
        {changes.slice(0, MOST_SHOWN).map((change, index) => (
          <li key={index}>{view(change)}</li>
        ))}
      </ul>
      {changes.length > MOST_SHOWN && <p class="soft">{t('bundle.first_shown', [MOST_SHOWN])}</p>}
    </>
  )
}

async function namesOf(
  lookup: Lookup,
  bundle: BundleId,
  ids: readonly EntityId[],
): Promise<ReadonlyMap<EntityId, string>> {
  const found = await lookup.entities(ids.map((entity) => ({ bundle, entity })))
  return new Map(found.map(({ ref, record }) => [ref.entity, record.names[0]?.text ?? ref.entity]))
}
