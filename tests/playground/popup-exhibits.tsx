import type { BundleEntry } from '../../src/model/bundle-entry.ts'
import { formatEntryLink } from '../../src/model/entry-link.ts'
import type { BundleId, EntityId } from '../../src/model/ids.ts'
import type { PageMarks } from '../../src/model/page-marks.ts'
import { fail, ok } from '../../src/model/result.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import type { SyncOutcome } from '../../src/model/sync-state.ts'
import { Popup, type PopupProps } from '../../src/ui/popup/popup.tsx'
import type { ClosedPage, TabAccess } from '../../src/ui/popup/tab-access.ts'
import { bundleEntry, bundlePreview, waiting } from './bundles.fixture.ts'
import { ARTICLE_DATE, TODAY } from './cards.fixture.ts'
import { type Act, type Exhibit, press, type } from './exhibit.ts'
import { brokenLookup, firstPreparingLookup, packagedLookup, preparingLookup, ref } from './lookup.fixture.ts'
import { sampleMarks } from './page.fixture.ts'

const EXPIRED: SyncOutcome = {
  outcome: 'failed',
  code: 'expired',
  where: 'metadata/timestamp.json',
  detail: 'on 2026-10-01T08:00:00Z',
}
const CURRENT: SyncOutcome = { outcome: 'current', bundle: 'world' as BundleId, generation: 42 }
const HOST = 'eng.sectsco.org'
const nothing = () => undefined

const marks = (marked: PageMarks): TabAccess => ({ state: 'marks', host: HOST, marks: marked, lasting: true })

/** The popup with nothing out of the ordinary. */
export const popupDefaults: Omit<PopupProps, 't'> = {
  lookup: packagedLookup,
  storage: 'ready',
  layout: 'popup',
  today: TODAY,
  tab: marks(sampleMarks),
  muted: [],
  onUnmute: nothing,
  settings: DEFAULT_SETTINGS,
  entries: { state: 'ready', entries: [bundleEntry()] },
  recent: [],
  onOpened: nothing,
  onForget: nothing,
  onJump: nothing,
  onAllow: nothing,
  onSwitchSite: nothing,
  onDate: nothing,
  onPanel: nothing,
  onSettings: nothing,
  onUpdate: async () => [CURRENT],
  onCancel: async () => undefined,
  onPreview: async () => ok(bundlePreview),
  onSubscribe: async () => ok(null),
  onArrange: async () => undefined,
  onSwitch: async () => undefined,
  onKeepPrivate: async () => undefined,
  onRemove: async () => undefined,
}

function popup(name: string, props: Partial<PopupProps> = {}, rest: Partial<Exhibit> = {}): Exhibit {
  const surface = props.layout ?? 'popup'
  return {
    name: `popup-${name}`,
    surface,
    render: (t) => <Popup {...popupDefaults} {...props} t={t} />,
    ...rest,
  }
}

const closed = (why: ClosedPage): Exhibit => popup(`closed-${why}`, { tab: { state: 'closed', why } })

const entry = (name: string, id: string, date?: string, props: Partial<PopupProps> = {}): Exhibit =>
  popup(name, props, { hash: formatEntryLink({ entity: ref(id), ...(date !== undefined && { date }) }) })

const bundles = (name: string, props: Partial<PopupProps> = {}, ...acts: readonly Act[]): Exhibit =>
  popup(name, props, { hash: '#/bundles', acts })

const ended = (name: string, outcome: SyncOutcome): Exhibit =>
  bundles(`update-${name}`, { entries: { state: 'ready', entries: [bundleEntry(outcome)] } })

/** Resolves at the next event of this name. */
const until = (name: string) => new Promise((resolve) => addEventListener(name, resolve, { once: true }))

/** An update that changed more than is listed. */
const manyChanges: BundleEntry = {
  ...bundleEntry(CURRENT),
  changes: {
    from: 41,
    to: 42,
    at: '2026-11-23T09:15:00Z',
    added: ['sco' as EntityId, 'un' as EntityId],
    changed: Array.from({ length: 50 }, () => 'itu' as EntityId),
    removed: ['A name that is gone'],
  },
}

/** Enters a link and looks at what it leads to. */
const look: readonly Act[] = [
  (root) => type(root, '.subscription .field', 'https://facts.example.org/world/#bgk=x'),
  (root) => press(root, '.subscription .button'),
]

/** The popup, and the page of the same content, in every state. */
export const popupExhibits: readonly Exhibit[] = [
  popup('page'),
  popup('timeline', {}, { hash: '#/timeline' }),
  popup('recent', {
    tab: { state: 'none' },
    recent: [ref('itu'), ref('vladimir-norov'), ref('sco-iis-agreement-2009')],
  }),
  popup(
    'muted',
    {
      tab: marks({ ...sampleMarks, entities: sampleMarks.entities.slice(0, 3) }),
      muted: [
        { entity: ref('un'), scope: { reach: 'everywhere' }, mutedAt: TODAY },
        { entity: ref('itu'), scope: { reach: 'site', host: HOST }, mutedAt: TODAY },
      ],
    },
    { acts: [(root) => press(root, '.muted > summary')] },
  ),
  popup('marked-once', {
    tab: { state: 'marks', host: HOST, marks: sampleMarks, lasting: false },
  }),
  popup('date', {}, { acts: [(root) => press(root, '.page-date .link-button')] }),
  popup('jumped', {}, { acts: [(root) => press(root, '.jump')] }),
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
  popup('search', {}, { acts: [(root) => type(root, '.search-field', 'secretary')] }),
  popup('search-alias', {}, { acts: [(root) => type(root, '.search-field', 'Норов')] }),
  popup('search-abbreviation', {}, { acts: [(root) => type(root, '.search-field', 'SCO')] }),
  popup('search-nothing', {}, { acts: [(root) => type(root, '.search-field', 'Xyzzy')] }),
  popup(
    'search-preparing',
    { lookup: preparingLookup },
    { acts: [(root) => type(root, '.search-field', 'secretary')] },
  ),
  popup(
    'search-preparing-first',
    { lookup: firstPreparingLookup },
    { acts: [(root) => type(root, '.search-field', 'secretary')] },
  ),
  popup('search-failed', { lookup: brokenLookup }, { acts: [(root) => type(root, '.search-field', 'sco')] }),
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
      entries: {
        state: 'ready',
        entries: [
          bundleEntry(CURRENT, { phase: 'fetching', generation: 43, received: 1_300_000, total: 2_100_000 }),
        ],
      },
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
  bundles('unsubscribed', { onUpdate: async () => [{ outcome: 'no-subscription' }] }, (root) =>
    press(root, '.update .button-main'),
  ),
  bundles('stale-and-off', {
    entries: {
      state: 'ready',
      entries: [
        bundleEntry(EXPIRED, undefined, {
          confirmed: { at: '2026-09-01T08:00:00Z', until: '2026-10-01T08:00:00Z' },
        }),
        { ...bundleEntry(undefined, undefined, { created: '2025-03-12T00:00:00Z' }), isOn: false },
        ...waiting,
      ],
    },
  }),
  bundles('superseded', {
    entries: {
      state: 'ready',
      entries: [{ ...bundleEntry(CURRENT), successor: `https://next.example.org/#bgk=${'A'.repeat(43)}` }],
    },
  }),
  bundles('remove', { entries: { state: 'ready', entries: [bundleEntry(CURRENT)] } }, (root) =>
    press(root, '.bundle-remove'),
  ),
  bundles('preview', {}, ...look),
  bundles(
    'preview-first-use',
    { onPreview: async () => ok({ ...bundlePreview, pinnedBy: 'first-use' as const, free: 1_000_000 }) },
    ...look,
  ),
  // The host answers when a test says so
  bundles('looking', { onPreview: () => until('host-answers').then(() => ok(bundlePreview)) }, ...look),
  bundles('changes', { entries: { state: 'ready', entries: [manyChanges] } }, (root) =>
    press(root, '.changes summary'),
  ),
  bundles('link-refused', { onPreview: async () => fail({ kind: 'link', code: 'no-fingerprint' }) }, ...look),
  bundles(
    'host-refused',
    {
      onPreview: async () =>
        fail({ kind: 'host', code: 'not-json', where: 'bundle.json', detail: 'malformed at offset 0' }),
    },
    ...look,
  ),
]
