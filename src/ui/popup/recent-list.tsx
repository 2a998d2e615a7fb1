import { useEffect, useState } from 'preact/hooks'
import { textIn } from '../../facts/local-text.ts'
import { formatEntryLink } from '../../model/entry-link.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { FoundEntity, Lookup } from '../../model/lookup.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'

interface RecentListProps {
  readonly lookup: Lookup
  /** The newest first. */
  readonly recent: readonly EntityRef[]
  readonly onForget: () => void
}

/** What the reader looked up last; those that an update has taken away are left out. */
export function RecentList({ lookup, recent, onForget }: RecentListProps) {
  const t = useText()
  const [found, setFound] = useState<readonly FoundEntity[]>([])
  const wanted = recent.map(refKey).join()
  useEffect(() => {
    let isWanted = true
    lookup.entities(recent).then(
      (known) => isWanted && setFound(known),
      // The page's own list does not depend on it.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [lookup, wanted])
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
      <ul class="recent-entries">
        {found.map(({ ref, record }) => (
          <li key={refKey(ref)}>
            <a class="recent-entry" data-kind={record.kind} href={formatEntryLink({ entity: ref })}>
              <Icon name={record.kind} />
              <ForeignText text={textIn(record.names, languageOf(t))} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
