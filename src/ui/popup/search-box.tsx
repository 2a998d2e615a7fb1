import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'
import { activeHit, hitsOf, queryOf } from './search-state.ts'
import type { Search } from './use-search.ts'

/** Ids that tie the field to its list for assistive technology; there is one search in a page. */
export const RESULTS_ID = 'search-results'
export const hitId = (index: number): string => `${RESULTS_ID}-${index}`

interface SearchBoxProps {
  readonly search: Search
  /** The hrefs that Enter opens come from the active hit. */
  readonly onOpen: () => void
}

/** The search field: arrows choose, Enter opens, Esc empties it. */
export function SearchBox({ search, onOpen }: SearchBoxProps) {
  const t = useText()
  const { state } = search
  const active = 'active' in state && hitsOf(state).length > 0 ? hitId(state.active) : undefined
  return (
    <search class="search">
      <Icon name="search" />
      <input
        class="search-field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        aria-expanded={hitsOf(state).length > 0}
        aria-controls={RESULTS_ID}
        aria-autocomplete="list"
        aria-activedescendant={active}
        value={queryOf(state)}
        onInput={(event) => search.type(event.currentTarget.value)}
        onKeyDown={(event) => onKey(event, search, onOpen)}
      />
      {state.state !== 'idle' && (
        <button type="button" class="icon-button" onClick={() => search.type('')} title={t('search.clear')}>
          <Icon name="close" />
          <span class="unseen">{t('search.clear')}</span>
        </button>
      )}
    </search>
  )
}

function onKey(event: KeyboardEvent, search: Search, onOpen: () => void): void {
  const actions: Record<string, () => void> = {
    ArrowDown: () => search.move(1),
    ArrowUp: () => search.move(-1),
    ...(activeHit(search.state) && { Enter: onOpen }),
    // An empty field leaves Esc to the browser, which closes the popup.
    ...(search.state.state !== 'idle' && { Escape: () => search.type('') }),
  }
  const action = actions[event.key]
  if (!action || event.isComposing) return
  event.preventDefault()
  action()
}
