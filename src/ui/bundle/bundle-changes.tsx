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
  const [added, changed] = [changes.added.slice(0, MOST_SHOWN), changes.changed.slice(0, MOST_SHOWN)]
  const removed = changes.removed.slice(0, MOST_SHOWN)
  if (added.length + changed.length + removed.length === 0) return null
  const load = (isOpen: boolean) => {
    if (isOpen && names.size === 0) void namesOf(lookup, bundle, [...added, ...changed]).then(setNames)
  }
  const link = (id: EntityId) => (
    <a href={formatEntryLink({ entity: { bundle, entity: id } })}>
      <ForeignText text={names.get(id) ?? id} />
    </a>
  )
  return (
    <details class="changes" onToggle={(event) => load(event.currentTarget.open)}>
      <summary>{t('bundle.changes', [changes.from, formatInstantDay(changes.at, t)])}</summary>
      <ChangeList title={t('bundle.added')} items={added.map(link)} />
      <ChangeList title={t('bundle.changed')} items={changed.map(link)} />
      <ChangeList
        title={t('bundle.removed')}
        items={removed.map((name) => <ForeignText key={name} text={name} />)}
      />
    </details>
  )
}

function ChangeList({ title, items }: { readonly title: string; readonly items: readonly ComponentChild[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3 class="changes-title">{title}</h3>
      <ul class="changes-list">
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
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
