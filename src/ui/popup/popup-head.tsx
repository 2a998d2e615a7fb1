import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'
import type { Navigation } from './navigation.ts'
import { formatRoute, HOME } from './route.ts'
import { SearchBox } from './search-box.tsx'
import type { Search } from './use-search.ts'

interface PopupHeadProps {
  readonly navigation: Navigation
  readonly search: Search
  /** The reader opens the active hit. */
  readonly onOpen: () => void
}

/** The way back, where there is one, and the search. */
export function PopupHead({ navigation: { route, trail }, search, onOpen }: PopupHeadProps) {
  const t = useText()
  return (
    <header class="popup-head">
      {route.view !== 'page' && (
        <a
          class="icon-button"
          href={formatRoute(trail.at(-1) ?? HOME)}
          title={t('popup.back')}
          onClick={() => search.type('')}
        >
          <Icon name="back" />
          <span class="unseen">{t('popup.back')}</span>
        </a>
      )}
      <SearchBox search={search} onOpen={onOpen} />
    </header>
  )
}
