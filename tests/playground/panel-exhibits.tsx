import { formatEntryLink } from '../../src/model/entry-link.ts'
import type { PageDossier } from '../../src/model/page-dossier.ts'
import type { PanelRequest } from '../../src/model/panel-request.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { Panel, type PanelProps } from '../../src/ui/panel/panel.tsx'
import type { TabAccess } from '../../src/ui/popup/tab-access.ts'
import { ARTICLE_DATE, TODAY } from './cards.fixture.ts'
import { type Exhibit, press } from './exhibit.ts'
import { brokenLookup, packagedLookup, recordOf, ref } from './lookup.fixture.ts'
import { emptyOwn, lostOwn, sampleOwn } from './own.fixture.ts'
import { sampleMarks } from './page.fixture.ts'

const HOST = 'eng.sectsco.org'
const nothing = () => undefined

const marked: TabAccess = { state: 'marks', host: HOST, marks: sampleMarks, lasting: true }

const dossier: PageDossier = {
  url: 'https://eng.sectsco.org/20200227/637242.html',
  title: 'SCO Secretary-General meets with ITU Secretary-General',
  date: ARTICLE_DATE,
  mentions: [],
  hints: [
    {
      entity: ref('sco-summit-2019'),
      exact: 'SCO Summit in Bishkek',
      textSays: '2009-06',
      bundleSays: '2019-06-13/2019-06-14',
      source: recordOf('sco-summit-2019').sources[0]?.id ?? '',
    },
  ],
}

const naming: PanelRequest = {
  want: 'name',
  text: 'secretary',
  windowId: 1,
  at: '2026-11-23T09:00:00.000Z',
}

const defaults: Omit<PanelProps, 't'> = {
  lookup: packagedLookup,
  storage: 'ready',
  today: TODAY,
  tab: marked,
  dossier,
  own: sampleOwn,
  request: null,
  muted: [],
  onUnmute: nothing,
  settings: DEFAULT_SETTINGS,
  onJump: nothing,
  onAllow: nothing,
  onSwitchSite: nothing,
  onDate: nothing,
  onExport: async () => 'sco-secretary-general-meets.md',
  onSettings: nothing,
}

function panel(name: string, props: Partial<PanelProps> = {}, rest: Partial<Exhibit> = {}): Exhibit {
  return {
    name: `panel-${name}`,
    surface: 'panel',
    render: (t) => <Panel {...defaults} {...props} t={t} />,
    ...rest,
  }
}

const entry = (name: string, id: string, props: Partial<PanelProps> = {}): Exhibit =>
  panel(name, props, { hash: formatEntryLink({ entity: ref(id), date: ARTICLE_DATE }) })

/** The side panel in every state of its own; what it shares with the popup is shown there. */
export const panelExhibits: readonly Exhibit[] = [
  panel('dossier'),
  panel('no-hints', { dossier: { ...dossier, hints: [] }, own: emptyOwn }),
  panel('exported', {}, { acts: [(root) => press(root, '[data-format="markdown"]')] }),
  panel(
    'not-exported',
    { onExport: async () => null },
    { acts: [(root) => press(root, '[data-format="csv"]')] },
  ),
  panel('notes-lost', { own: lostOwn }),
  panel('closed', { tab: { state: 'closed', why: 'browser-page' }, dossier: null }),
  panel('no-access', { tab: { state: 'no-access', host: HOST }, dossier: null }),
  panel('empty', {
    tab: { ...marked, marks: { state: 'marked', entities: [] } },
    dossier: null,
  }),
  panel('unreadable', { lookup: brokenLookup, storage: 'packaged' }),
  panel('naming', { request: naming }),
  panel('looked-up', { request: { ...naming, want: 'search', text: 'Норов' } }),
  entry('entry', 'sco'),
  entry('entry-without-notes', 'vladimir-norov', { own: emptyOwn }),
  entry('entry-notes-lost', 'sco', { own: lostOwn }),
]
