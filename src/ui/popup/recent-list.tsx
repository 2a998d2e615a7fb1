import { textIn } from '../../facts/local-text.ts'
import { formatEntryLink } from '../../model/entry-link.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { EntityChip } from '../shared/entity-chip.tsx'
import { useFound } from '../shared/use-found.ts'

interface RecentListProps {
  readonly lookup: Lookup
  /** The newest first. */
  readonly recent: readonly EntityRef[]
  readonly onForget: () => void
}

/** What the reader looked up last; those that an update has taken away are left out. */
export function RecentList({ lookup, recent, onForget }: RecentListProps) {
  const t = useText()
  const found = useFound(lookup, recent)
  if (recent.length === 0 || found.length === 0) return null
  return (
    <section class="recent" aria-labelledby="recent-title">
      <div class="recent-head">
        <h2 class="recent-title" id="recent-title">
          {t('recent.title')}
        </h2>
        <button type="button" class="button button-quiet" onClick={onForget}>
          {t('recent.forget')}
        </button>
      </div>
      <ul class="entity-chips">
        {found.map(({ ref, record }) => (
          <li key={refKey(ref)}>
            <EntityChip
              kind={record.kind}
              name={textIn(record.names, languageOf(t))}
              href={formatEntryLink({ entity: ref })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
