import { useLayoutEffect } from 'preact/hooks'
import type { EntityRef } from '../../model/ids.ts'
import { refKey } from '../../model/ids.ts'
import type { PanelRequest } from '../../model/panel-request.ts'
import { isEnabledOn } from '../../model/settings.ts'
import { EntityView } from '../entity/entity-view.tsx'
import { TextContext, useText } from '../i18n/text-context.ts'
import { directionOf, languageOf, type Translate } from '../i18n/translate.ts'
import { type Own, OwnContext } from '../own/own-context.ts'
import { MutedList } from '../popup/muted-list.tsx'
import { PopupHead } from '../popup/popup-head.tsx'
import { formatRoute } from '../popup/route.ts'
import { SearchResults } from '../popup/search-results.tsx'
import { activeHit, hitsOf } from '../popup/search-state.ts'
import { SiteSwitch } from '../popup/site-switch.tsx'
import { ThisPage, type ThisPageProps } from '../popup/this-page.tsx'
import { useArrival } from '../popup/use-arrival.ts'
import { useNavigation } from '../popup/use-navigation.ts'
import { type Search, useSearch } from '../popup/use-search.ts'
import { Notice } from '../shared/notice.tsx'
import { DossierView, type DossierViewProps } from './dossier-view.tsx'
import { NamingNotice } from './naming-notice.tsx'
import { PanelFoot } from './panel-foot.tsx'
import { useNaming } from './use-naming.ts'

export interface PanelProps extends ThisPageProps, Pick<DossierViewProps, 'dossier' | 'onExport'> {
  readonly t: Translate
  /** `packaged`: IndexedDB could not be opened, and the packaged facts are served from memory. */
  readonly storage: 'ready' | 'packaged'
  /** Today as an ISO 8601 day. */
  readonly today: string
  readonly own: Own
  /** What was asked for from outside of the panel last. */
  readonly request: PanelRequest | null
  readonly onSettings: () => void
}

/** The side panel: the dossier of the page in the tab beside it. What it shows follows the address after `#`. */
export function Panel(props: PanelProps) {
  const { t } = props
  return (
    <TextContext.Provider value={t}>
      <OwnContext.Provider value={props.own}>
        <div class="backgrounder popup panel" data-layout="panel" lang={languageOf(t)} dir={directionOf(t)}>
          <PanelContent {...props} />
        </div>
      </OwnContext.Provider>
    </TextContext.Provider>
  )
}

function PanelContent(props: PanelProps) {
  const { t, lookup, tab } = props
  const navigation = useNavigation()
  const search = useSearch(lookup)
  const { naming, choose, cancel } = useNaming(props.request, props.own, search.type, languageOf(t))
  const date = tab.state === 'marks' ? tab.marks.date : undefined
  const open = (entity: EntityRef) => {
    const hit = hitsOf(search.state).find(({ ref }) => refKey(ref) === refKey(entity))
    if (naming.state === 'choosing' && hit) return choose(hit)
    location.hash = formatRoute({ view: 'entity', entity, ...(date !== undefined && { date }) })
    search.type('')
  }
  const openActive = () => {
    const hit = activeHit(search.state)
    if (hit) open(hit.ref)
  }
  const address = formatRoute(navigation.route)
  const main = useArrival(address)
  // Whoever goes somewhere is done searching, at once: what is typed in the meantime is to stay.
  useLayoutEffect(() => search.type(''), [address, search.type])
  return (
    <>
      <PopupHead navigation={navigation} search={search} onOpen={openActive} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus */}
      <main class="popup-main" ref={main} tabIndex={0}>
        <h1 class="unseen">{t('panel.title')}</h1>
        {props.storage === 'packaged' && (
          <Notice tone="warning" title={t('storage.title')}>
            {t('storage.explanation')}
          </Notice>
        )}
        <NamingNotice naming={naming} cancel={cancel} />
        <View {...props} search={search} navigation={navigation} onOpen={open} />
      </main>
      <PanelFoot route={navigation.route} onSettings={props.onSettings} />
    </>
  )
}

interface ViewProps extends PanelProps {
  readonly search: Search
  readonly navigation: ReturnType<typeof useNavigation>
  readonly onOpen: (entity: EntityRef) => void
}

function View({ search, navigation: { route }, onOpen, ...props }: ViewProps) {
  if (search.state.state !== 'idle') return <SearchResults state={search.state} onOpen={onOpen} />
  if (route.view === 'entity')
    return <EntityView {...props} key={formatRoute(route)} entity={route.entity} date={route.date} />
  return <Page {...props} />
}

/** The dossier, or why there is none. */
function Page(props: PanelProps) {
  const { tab, settings, onSwitchSite } = props
  const t = useText()
  if (tab.state !== 'marks' || tab.marks.entities.length === 0) return <ThisPage {...props} />
  const { host, marks } = tab
  return (
    <>
      <SiteSwitch host={host} isOn={isEnabledOn(settings, host)} onSwitch={(on) => onSwitchSite(host, on)} />
      <DossierView {...props} key={languageOf(t)} marks={marks} />
      <MutedList {...props} />
    </>
  )
}
