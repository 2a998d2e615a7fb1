import type { EntityKind } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import type { FoundEntity } from '../model/lookup.ts'
import { foldKey } from '../text/fold.ts'

/** One name under which an entity can be found. */
export interface SearchEntry {
  readonly ref: EntityRef
  /** The entity's display name. */
  readonly name: string
  readonly kind: EntityKind
  readonly description: string
  /** The name or alias as written. */
  readonly matched: string
  /** The folded name: what a folded query is compared with. */
  readonly key: string
}

/** Every name and alias of an entity as a search entry, equal keys once. */
export function searchEntries({ ref, record }: FoundEntity): SearchEntry[] {
  const base = {
    ref,
    name: record.names[0]?.text ?? record.id,
    kind: record.kind,
    description: record.descriptions[0]?.text ?? '',
  }
  const byKey = new Map<string, SearchEntry>()
  for (const { text } of [...record.names, ...record.aliases]) {
    const key = foldKey(text)
    if (!byKey.has(key)) byKey.set(key, { ...base, matched: text, key })
  }
  return [...byKey.values()]
}
