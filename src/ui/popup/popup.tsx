import { useEffect, useLayoutEffect } from 'preact/hooks'
import { type EntityRef, refFromKey, refKey } from '../../model/ids.ts'
import { BundlesView, type BundlesViewProps } from '../bundle/bundles-view.tsx'
import { useBundles } from '../bundle/use-bundles.ts'
import { EntityView } from '../entity/entity-view.tsx'
import { TextContext, useText } from '../i18n/text-context.ts'
import { directionOf, languageOf, type Translate } from '../i18n/translate.ts'
import { Notice } from '../shared/notice.tsx'
import { PopupFoot, type PopupFootProps } from './popup-foot.tsx'
import { PopupHead } from './popup-head.tsx'
import { RecentList } from './recent-list.tsx'
import { formatRoute } from './route.ts'
import { SearchResults } from './search-results.tsx'
import { activeHit } from './search-state.ts'
import { ThisPage, type ThisPageProps } from './this-page.tsx'
import { TimelineTab } from './timeline-tab.tsx'
import { useArrival } from './use-arrival.ts'
import { useNavigation } from './use-navigation.ts'
import { type Search, useSearch } from './use-search.ts'

export interface PopupProps
  extends ThisPageProps,
    Omit<BundlesViewProps, 'lookup' | 'now'>,
    Pick<PopupFootProps, 'onPanel' | 'onSettings'> {
  readonly t: Translate
  /** `packaged`: IndexedDB could not be opened, and the packaged facts are served from memory. */
  readonly storage: 'ready' | 'packaged'
  /** `popup` is 400 pixels wide; `page` fills a tab. */
  readonly layout: 'popup' | 'page'
  /** Today as an ISO 8601 day. */
  readonly today: string
  /** What the reader looked up last, the newest first. */
  readonly recent: readonly EntityRef[]
  /** The reader has opened the entry of an entity. */
  readonly onOpened: (entity: EntityRef) => void
  readonly onForget: () => void
}

/** The toolbar popup, and the same as a page of its own. What it shows follows the address after `#`. */
export function Popup(props: PopupProps) {
  const { t, layout } = props
  return (
    <TextContext.Provider value={t}>
      <div class="backgrounder popup" data-layout={layout} lang={languageOf(t)} dir={directionOf(t)}>
        <PopupContent {...props} />
      </div>
    </TextContext.Provider>
  )
}

function PopupContent(props: PopupProps) {
  const { lookup } = props
  const navigation = useNavigation()
  const search = useSearch(lookup)
  const bundles = useBundles(lookup, props.entries)
  const open = (entity: EntityRef) => {
    location.hash = formatRoute({ view: 'entity', entity, ...dateOf(props) })
    search.type('')
  }
  const openActive = () => {
    const hit = activeHit(search.state)
    if (hit) open(hit.ref)
  }
  const address = formatRoute(navigation.route)
  const main = useArrival(address)
  const { onOpened } = props
  const entity = navigation.route.view === 'entity' ? refKey(navigation.route.entity) : ''
  useEffect(() => {
    if (entity !== '') onOpened(refFromKey(entity))
  }, [entity])
  // Whoever goes somewhere is done searching: the results would hide what was gone to.
  // At once, not after the next frame: what the reader types in the meantime is to stay.
  useLayoutEffect(() => search.type(''), [address, search.type])
  return (
    <>
      <PopupHead navigation={navigation} search={search} onOpen={openActive} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus */}
      <main class="popup-main" ref={main} tabIndex={0}>
        {props.storage === 'packaged' && <StorageNotice />}
        <View {...{ ...props, search, navigation, onOpen: open }} />
      </main>
      <PopupFoot {...props} bundles={bundles} route={navigation.route} />
    </>
  )
}

/** Entries found by search are shown as of the article's date too, where the page has one. */
function dateOf({ tab }: PopupProps): { readonly date?: string } {
  return tab.state === 'marks' && tab.marks.date !== undefined ? { date: tab.marks.date } : {}
}

interface ViewProps extends PopupProps {
  readonly search: Search
  readonly navigation: ReturnType<typeof useNavigation>
  readonly onOpen: (entity: EntityRef) => void
}

function View({ search, navigation: { route }, onOpen, ...props }: ViewProps) {
  const t = useText()
  if (search.state.state !== 'idle') return <SearchResults state={search.state} onOpen={onOpen} />
  switch (route.view) {
    case 'page':
      return (
        <>
          <h1 class="unseen">{t('page.title')}</h1>
          <ThisPage {...props} />
          <RecentList {...props} />
        </>
      )
    case 'timeline':
      return (
        <>
          <h1 class="unseen">{t('page.timeline_title')}</h1>
          {props.tab.state === 'marks' && props.tab.marks.entities.length > 0 ? (
            <TimelineTab tab={props.tab} lookup={props.lookup} today={props.today} />
          ) : (
            <ThisPage {...props} />
          )}
        </>
      )
    case 'bundles':
      return <BundlesView {...props} now={new Date().toISOString()} />
    case 'entity':
      return <EntityView {...props} key={formatRoute(route)} entity={route.entity} date={route.date} />
  }
}

function StorageNotice() {
  const t = useText()
  return (
    <Notice tone="warning" title={t('storage.title')}>
      {t('storage.explanation')}
    </Notice>
  )
}
