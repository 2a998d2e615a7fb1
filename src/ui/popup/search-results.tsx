import { useEffect, useRef } from 'preact/hooks'
import { textIn } from '../../facts/local-text.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { SearchHit } from '../../model/lookup.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { KindLabel } from '../shared/kind-label.tsx'
import { Notice } from '../shared/notice.tsx'
import { hitId, RESULTS_ID } from './search-box.tsx'
import { SearchProgress } from './search-progress.tsx'
import { hitsOf, preparingOf, queryOf, type SearchState } from './search-state.ts'

interface SearchResultsProps {
  readonly state: Exclude<SearchState, { state: 'idle' }>
  readonly onOpen: (entity: EntityRef) => void
}

/** What fits the search, the best first; says so where nothing does. */
export function SearchResults({ state, onOpen }: SearchResultsProps) {
  const t = useText()
  const hits = hitsOf(state)
  const active = 'active' in state ? state.active : -1
  const preparing = preparingOf(state)
  return (
    <div class="search-results">
      <h1 class="unseen">{t('search.results')}</h1>
      <p class="unseen" role="status">
        {state.state === 'found' && !(preparing && hits.length === 0) && t('search.count', hits.length)}
      </p>
      {preparing && <SearchProgress progress={preparing} hasHits={hits.length > 0} />}
      {state.state === 'failed' && <Notice tone="danger">{t('search.failed')}</Notice>}
      {state.state === 'found' && hits.length === 0 && !preparing && (
        <p class="empty">{t('search.nothing', [isolated(queryOf(state))])}</p>
      )}
      <div role="listbox" id={RESULTS_ID} aria-label={t('search.results')}>
        {hits.map((hit, index) => (
          <Hit key={refKey(hit.ref)} hit={hit} index={index} isActive={index === active} onOpen={onOpen} />
        ))}
      </div>
    </div>
  )
}

interface HitProps {
  readonly hit: SearchHit
  readonly index: number
  readonly isActive: boolean
  readonly onOpen: (entity: EntityRef) => void
}

function Hit({ hit, index, isActive, onOpen }: HitProps) {
  const t = useText()
  const option = useRef<HTMLDivElement>(null)
  const name = textIn(hit.names, languageOf(t))
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      ref={option}
      class="hit"
      role="option"
      id={hitId(index)}
      aria-selected={isActive}
      onClick={() => onOpen(hit.ref)}
    >
      <KindLabel kind={hit.kind} />
      <div class="hit-name">
        <ForeignText text={name} />
        {hit.matched !== name && (
          <span class="hit-matched">
            {t('search.matched')} <ForeignText text={hit.matched} />
          </span>
        )}
      </div>
      <div class="hit-description">
        <ForeignText text={textIn(hit.descriptions, languageOf(t))} />
      </div>
    </div>
  )
}
