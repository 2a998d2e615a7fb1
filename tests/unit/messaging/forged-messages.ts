import type { BackgroundRequestName } from '../../../src/messaging/protocol.ts'

/** The extension as the browser tells of it. */
export const EXTENSION = { id: 'backgrounder-id', origin: 'chrome-extension://backgrounder-id/' }

/** What a sender may look like to the listener. */
export interface ForgedSender {
  readonly id?: string | undefined
  readonly url?: string
  readonly tab?: object
  readonly frameId?: number
}

/** An extension page, which may ask for everything. */
export const OWN_PAGE: ForgedSender = { id: EXTENSION.id, url: `${EXTENSION.origin}popup.html` }

/** A content script on a page. */
export const ON_A_PAGE: ForgedSender = {
  id: EXTENSION.id,
  url: 'https://example.org/article',
  tab: { id: 7, url: 'https://example.org/article' },
  frameId: 0,
}

const ref = { bundle: 'international-affairs', entity: 'sco' }
const readable = {
  blocks: [{ text: 'SCO', lang: 'en' }],
  title: 'A title',
  lang: 'en',
  date: '2020-02-27',
  established: [ref],
}
const marks = { mentions: 3, entities: [{ entity: ref, name: 'SCO', kind: 'organization', count: 3 }] }

/** A payload of every request with all its fields, which the gate lets through. */
export const SOUND: Readonly<Record<BackgroundRequestName, object>> = {
  'page/recognise': readable,
  'page/explain': { ...readable, at: { block: 0, start: 0 } },
  'page/counted': { mentions: 3 },
  'page/frame-marks': marks,
  'page/tab-host': {},
  'page/card-script': {},
  'entity/card': { entities: [ref], date: '2020', cite: 'charter' },
  'entity/open-details': { entity: ref, date: '2020' },
  'mute/set': { entity: ref, reach: 'site', muted: true },
  'sync/update-now': {},
  'sync/cancel': {},
  'sync/preview': { address: 'https://example.org/' },
  'sync/subscribe': { link: 'https://example.org/', firstUse: true },
  'sync/remove': { link: 'https://example.org/' },
  'bundles/arrange': { bundles: ['international-affairs'] },
  'bundles/switch': { bundle: 'international-affairs', isOn: false },
  'search/prepare': {},
  'own/changed': {},
  'interface/texts': {},
}

/** Values of every type that a message can carry, and what pretends to be another. */
const FOREIGN: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n,
  '',
  '__proto__',
  'x'.repeat(5_000_000),
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u0000',
  '\ud800',
  [],
  [[]],
  [null],
  [{}],
  Array(60_000).fill('x'),
  new Date(0),
  new Map([['text', 'x']]),
  new Set(['x']),
  new Uint8Array(8),
  /x/,
  new Error('x'),
  { length: 1, 0: 'x' },
  { toString: 'x' },
]

/** Names that no request has; the last are those that every object has from its prototype. */
const FIELDS = [
  'url',
  'address!',
  'html',
  'script',
  'code',
  'origin',
  'host',
  'tabId',
  'frameId',
  'sender',
  'id',
  'to',
  'name',

  'payload',
  'path',
  'file',
  'key',
  'token',
  'cookie',
  'headers',
  'method',
  'body',
  'permissions',
  'origins',

  'all',
  'force',
  'admin',
  'debug',
  'eval',
  'exec',
  'query',
  'sql',
  'limit',
  'offset',
  'dump',
  'everything',

  'callback',
  'then',
  'catch',
  'next',
  'done',
  'value',
  'length',
  '0',
  '-1',
  '',
  ' ',
  '$ref',
  '$where',
  'on',

  'Blocks',
  'BLOCKS',
  'blocks ',
  'entities\u0000',
  'entіty',
  'lang\u200b',
  'payload.name',
  'a.b',
  'a[0]',
  'private',

  'isExtensionPage',
  'isPrivate',
  'tabUrl',
  'settings',
  'notes',
  'own',
  'mutes',
  'generation',
  'rootDigest',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
]

/** An object with a field of its own, whatever its name is. */
function withField(payload: object, name: string, value: unknown): object {
  const copy = { ...payload }
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

/** Whether two values are of one type, so that the one may pass for the other. */
const sameType = (a: unknown, b: unknown): boolean =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b) && (a === null) === (b === null)

/** A payload with one value in it, at any depth, replaced by one of another type. */
function* mistyped(payload: unknown): Generator<unknown> {
  if (typeof payload !== 'object' || payload === null) return
  for (const [name, value] of Object.entries(payload)) {
    const put = (next: unknown): unknown =>
      Array.isArray(payload) ? payload.with(Number(name), next) : { ...payload, [name]: next }
    for (const foreign of FOREIGN) if (!sameType(foreign, value)) yield put(foreign)
    for (const deeper of mistyped(value)) yield put(deeper)
  }
}

/** Payloads that no part of the extension sends. */
export function forgedPayloads(sound: object): readonly unknown[] {
  const isEmpty = Object.keys(sound).length === 0
  const instead = FOREIGN.filter((each) => !(isEmpty && Array.isArray(each) && each.length === 0))
  return [
    undefined,
    ...instead.filter((each) => typeof each !== 'object' || each === null || Object.keys(each).length > 0),
    [sound],
    JSON.stringify(sound),
    { payload: sound, more: 1 },
    ...FIELDS.map((name) => withField(sound, name, 'x')),
    ...mistyped(sound),
  ]
}

/** Senders that are no part of this extension. */
export const FORGED_SENDERS: readonly ForgedSender[] = [
  {},
  { id: undefined },
  { id: '' },
  { id: 'another-id' },
  { id: `${EXTENSION.id} ` },
  { id: EXTENSION.id.toUpperCase() },
  { id: `${EXTENSION.id}.evil` },
  { id: 'another-id', url: OWN_PAGE.url ?? '' },
  { url: OWN_PAGE.url ?? '' },
  { id: 'another-id', url: `${EXTENSION.origin}popup.html`, tab: { id: 1, url: OWN_PAGE.url } },
]

/** Senders of this extension that are no page of it: what a page's renderer could make of its content script. */
export const PRETENDED_PAGES: readonly ForgedSender[] = [
  ON_A_PAGE,
  { id: EXTENSION.id },
  { id: EXTENSION.id, url: '' },
  { id: EXTENSION.id, url: 'about:blank' },
  { id: EXTENSION.id, url: `https://example.org/?${EXTENSION.origin}popup.html` },
  { id: EXTENSION.id, url: `https://example.org/#${EXTENSION.origin}` },
  { id: EXTENSION.id, url: `blob:${EXTENSION.origin}x` },
  { id: EXTENSION.id, url: 'chrome-extension://backgrounder-id.evil/popup.html' },
  { id: EXTENSION.id, url: 'chrome-extension://backgrounder-i/popup.html' },
  { id: EXTENSION.id, url: `data:text/html,${EXTENSION.origin}` },
  { id: EXTENSION.id, url: 'moz-extension://backgrounder-id/popup.html' },
]

/** What is not even a message of the extension's. */
export const FORGED_ENVELOPES: readonly unknown[] = [
  ...FOREIGN,
  { to: 'background' },
  { name: 'sync/update-now' },
  { to: 'Background', name: 'sync/update-now', payload: {} },
  { to: ['background'], name: 'sync/update-now', payload: {} },
  { to: 'background', name: ['sync/update-now'], payload: {} },
  { to: 'background', name: { toString: 'sync/update-now' }, payload: {} },
]

/** Names of requests that there are not. */
export const FORGED_NAMES = [
  '',
  ' ',
  'sync',
  'sync/',
  '/sync/update-now',
  'sync/update-now ',
  'SYNC/UPDATE-NOW',
  'sync/update-now\u0000',

  '../sync/update-now',
  'tab/marks',
  'tab/refresh',
  '*',
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
]
