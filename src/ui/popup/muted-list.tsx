import { textIn } from '../../facts/local-text.ts'
import { refKey } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { Mute } from '../../model/mute.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { useFound } from '../shared/use-found.ts'

export interface MutedListProps {
  readonly lookup: Lookup
  /** What the reader does not want marked on this page, whether said of it, of its site or of everywhere. */
  readonly muted: readonly Mute[]
  readonly onUnmute: (mute: Mute) => void
}

/** What the reader keeps from being marked here, folded away, each with the way back. */
export function MutedList({ lookup, muted, onUnmute }: MutedListProps) {
  const t = useText()
  const found = useFound(
    lookup,
    muted.map(({ entity }) => entity),
  )
  const names = new Map(found.map(({ ref, record }) => [refKey(ref), textIn(record.names, languageOf(t))]))
  if (muted.length === 0) return null
  return (
    <details class="muted">
      <summary>{t('mute.here', [muted.length])}</summary>
      <ul>
        {muted.map((mute) => {
          // An update may have taken the entity away: then its id tells what was muted.
          const name = names.get(refKey(mute.entity)) ?? mute.entity.entity
          return (
            <li key={`${refKey(mute.entity)} ${mute.scope.reach}`} class="muted-row">
              <span class="muted-name">
                <ForeignText text={name} />
                <span class="muted-reach">{t(`mute.${mute.scope.reach}`)}</span>
              </span>
              <button
                type="button"
                class="button button-quiet"
                aria-label={`${t('mute.again')}: ${isolated(name)}`}
                onClick={() => onUnmute(mute)}
              >
                {t('mute.again')}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
