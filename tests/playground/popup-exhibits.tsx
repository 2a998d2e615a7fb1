import { formatEntryLink } from '../../src/model/entry-link.ts'
import type { BundleId } from '../../src/model/ids.ts'
import type { PageMarks } from '../../src/model/page-marks.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import type { UpdateOutcome } from '../../src/model/update-outcome.ts'
import { Popup, type PopupProps } from '../../src/ui/popup/popup.tsx'
import type { ClosedPage, TabAccess } from '../../src/ui/popup/tab-access.ts'
import { ARTICLE_DATE, TODAY } from './cards.fixture.ts'
import { type Exhibit, press, type } from './exhibit.ts'
import { brokenLookup, packagedLookup, ref } from './lookup.fixture.ts'
import { sampleMarks } from './page.fixture.ts'

const CURRENT: UpdateOutcome = { outcome: 'current', bundle: 'world' as BundleId, generation: 42 }
const HOST = 'eng.sectsco.org'
const nothing = () => undefined

const marks = (marked: PageMarks): TabAccess => ({ state: 'marks', host: HOST, marks: marked, lasting: true })

const defaults: Omit<PopupProps, 't'> = {
  lookup: packagedLookup,
  storage: 'ready',
  layout: 'popup',
  today: TODAY,
  tab: marks(sampleMarks),
  settings: DEFAULT_SETTINGS,
  subscription: '',
  lastUpdate: undefined,
  onJump: nothing,
  onAllow: nothing,
  onSwitchSite: nothing,
  onUpdate: async () => [CURRENT],
  onSubscribe: async () => null,
}

function popup(name: string, props: Partial<PopupProps> = {}, rest: Partial<Exhibit> = {}): Exhibit {
  const surface = props.layout ?? 'popup'
  return { name: `popup-${name}`, surface, render: (t) => <Popup {...defaults} {...props} t={t} />, ...rest }
}

const closed = (why: ClosedPage): Exhibit => popup(`closed-${why}`, { tab: { state: 'closed', why } })

const entry = (name: string, id: string, date?: string, props: Partial<PopupProps> = {}): Exhibit =>
  popup(name, props, { hash: formatEntryLink({ entity: ref(id), ...(date !== undefined && { date }) }) })

const bundles = (name: string, props: Partial<PopupProps> = {}, act?: Exhibit['act']): Exhibit =>
  popup(name, props, { hash: '#/bundles', ...(act && { act }) })

const ended = (name: string, outcome: UpdateOutcome): Exhibit =>
  bundles(`update-${name}`, {
    lastUpdate: { at: '2026-11-23T09:15:00Z', outcomes: [outcome] },
    subscription: 'https://facts.example.org/world/#bgk=Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8',
  })

/** The popup, and the page of the same content, in every state. */
export const popupExhibits: readonly Exhibit[] = [
  popup('page'),
  popup('timeline', {}, { hash: '#/timeline' }),
  popup('marked-once', {
    tab: { state: 'marks', host: HOST, marks: sampleMarks, lasting: false },
  }),
  popup('jumped', {}, { act: (root) => press(root, '.jump') }),
  popup('marking', { tab: marks({ state: 'marking', entities: [] }) }),
  popup('asking', { tab: { state: 'asking', host: HOST } }),
  popup('empty', { tab: marks({ state: 'marked', entities: [] }) }),
  popup('off', {
    tab: marks({ state: 'off', entities: [] }),
    settings: { ...DEFAULT_SETTINGS, disabledHosts: [HOST] },
  }),
  popup('failed', { tab: marks({ state: 'failed', entities: [] }) }),
  popup('no-access', { tab: { state: 'no-access', host: HOST } }),
  closed('browser-page'),
  closed('extension-store'),
  closed('local-file'),
  closed('not-a-document'),
  closed('refused'),
  popup('no-tab', { tab: { state: 'none' } }),
  popup('storage-lost', { storage: 'packaged' }),
  popup('search', {}, { act: (root) => type(root, '.search-field', 'secretary') }),
  popup('search-alias', {}, { act: (root) => type(root, '.search-field', 'Норов') }),
  popup('search-nothing', {}, { act: (root) => type(root, '.search-field', 'Atlantis') }),
  popup('search-failed', { lookup: brokenLookup }, { act: (root) => type(root, '.search-field', 'sco') }),
  entry('organisation', 'sco', ARTICLE_DATE),
  entry('position', 'sco-secretary-general', ARTICLE_DATE),
  entry('person', 'vladimir-norov', ARTICLE_DATE),
  entry('document', 'code-of-conduct-2015', ARTICLE_DATE),
  entry('agreement', 'sco-iis-agreement-2009'),
  entry('uncertain', 'uncertain-office', '2020-03'),
  entry('hostile', 'hostile-texts', '2020'),
  entry('unknown', 'no-such-entity'),
  entry('unreadable', 'sco', ARTICLE_DATE, { lookup: brokenLookup }),
  entry('wide-organisation', 'sco', ARTICLE_DATE, { layout: 'page', tab: { state: 'none' } }),
  entry('wide-position', 'un-secretary-general', undefined, { layout: 'page', tab: { state: 'none' } }),
  bundles('bundles'),
  bundles('updating', { onUpdate: () => new Promise(() => undefined) }, (root) =>
    press(root, '.update .button-main'),
  ),
  bundles(
    'fetching',
    {
      onUpdate: () => new Promise(() => undefined),
      progress: { phase: 'fetching', generation: 43, received: 1_300_000, total: 2_100_000 },
    },
    (root) => press(root, '.update .button-main'),
  ),
  ended('done', {
    outcome: 'updated',
    bundle: 'world' as BundleId,
    generation: 43,
    added: 12,
    changed: 1309,
    removed: 0,
  }),
  ended('current', CURRENT),
  ended('refused', {
    outcome: 'failed',
    code: 'bad-signature',
    where: 'bundle.json',
    detail: 'no signature by 5f2c…',
  }),
  ended('unsubscribed', { outcome: 'no-subscription' }),
  bundles('link-refused', { onSubscribe: async () => 'no-fingerprint' }, async (root) => {
    type(root, '.subscription .field', 'https://facts.example.org/world/')
    await new Promise((resolve) => setTimeout(resolve, 50))
    press(root, '.subscription .button')
  }),
]
