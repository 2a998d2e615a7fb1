import { datelines } from './datelines.ts'
import { jsonLdDates } from './json-ld-dates.ts'
import { plain } from './plain.ts'

/**
 * Where a page says when it was published; in the order in which publishers get it right. `month` (the year, or the
 * year and month, of an address) and `modified` (a revision) tell no day, but may tell the year of a dateline.
 */
export type DateSignalKind = 'json-ld' | 'meta' | 'time' | 'address' | 'dateline' | 'month' | 'modified'

/** One statement of a page about its date, as it stands there: judging it is another's job (article-date.ts). */
export interface DateSignal {
  readonly kind: DateSignalKind
  readonly value: string
}

/** What publishers call the date of publication in `name`, `property` or `itemprop`, in lower case. */
const PUBLISHED = new Set([
  'article:published_time',
  'article:published',
  'article.published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'cxenseparse:recs:publishtime',
])

/** What may be the date of publication, or that of a revision: heard only where the page says nothing better. */
const DATED = new Set(['date', 'dc.date', 'dc.date.created', 'dcterms.date', 'dcterms.created'])

/** A `time` that says that it is the article's date. */
const PUBLISHED_TIME = 'time[itemprop~="datePublished"][datetime], time[pubdate][datetime]'

/** Larger JSON-LD is a catalogue, not an article (UTF-16 units). */
const MAX_JSON = 500_000

/** Elements of one kind that are looked at, at most: a list page may have thousands of dates. */
const MAX_ELEMENTS = 50

/** Collects what a page says about its date. Reads only, and never throws. */
export function collectDateSignals(document: Document): DateSignal[] {
  return [
    ...fromJsonLd(document),
    ...fromMeta(document),
    ...fromTimes(document),
    ...dateInAddress(plain(document, 'URL')),
    ...monthInAddress(plain(document, 'URL')),
    ...fromRevision(document),
    ...datelines(document).map((value): DateSignal => ({ kind: 'dateline', value })),
  ]
}

function fromJsonLd(document: Document): DateSignal[] {
  const scripts = first(document, 'script[type="application/ld+json" i]')
  const texts = scripts.map(({ textContent }) => textContent ?? '').filter(({ length }) => length <= MAX_JSON)
  return texts.flatMap(jsonLdDates).map((value) => ({ kind: 'json-ld', value }))
}

function fromMeta(document: Document): DateSignal[] {
  // All of them: pages with hundreds of meta elements put the date anywhere.
  const metas = [...plain(document, 'querySelectorAll')('meta[content]')]
  const published = metas.filter((meta) => namesOf(meta).some((name) => PUBLISHED.has(name)))
  const dated = metas.filter((meta) => namesOf(meta).some((name) => DATED.has(name)))
  const heard = published.length > 0 ? published : dated
  return heard.map((meta) => ({ kind: 'meta', value: meta.getAttribute('content') ?? '' }))
}

/** What publishers call the date of the last revision. */
const MODIFIED = new Set([
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
])

const fromRevision = (document: Document): DateSignal[] =>
  [...plain(document, 'querySelectorAll')('meta[content]')]
    .filter((meta) => namesOf(meta).some((name) => MODIFIED.has(name)))
    .map((meta) => ({ kind: 'modified', value: meta.getAttribute('content') ?? '' }))

const namesOf = (meta: Element): string[] =>
  ['property', 'name', 'itemprop'].map((name) => meta.getAttribute(name)?.toLowerCase() ?? '')

function fromTimes(document: Document): DateSignal[] {
  const published = first(document, PUBLISHED_TIME)
  const headers = first(document, 'article header, main header')
  const times = published.length > 0 ? published : [...headers, ...headlineBlock(document)].flatMap(firstTime)
  return times.map((time) => ({ kind: 'time', value: time.getAttribute('datetime') ?? '' }))
}

/** The first one alone: what follows it is the date of the last revision. */
function firstTime(element: Element): Element[] {
  const time = element.querySelector('time[datetime]')
  return time === null ? [] : [time]
}

/** The block around the page's only headline: blogs and news sites without `header` have the date there. */
function headlineBlock(document: Document): Element[] {
  const headlines = first(document, 'h1')
  const around = headlines.length === 1 ? headlines[0]?.parentElement : null
  return around === null || around === undefined || around === plain(document, 'body') ? [] : [around]
}

const first = (document: Document, selector: string): Element[] =>
  [...plain(document, 'querySelectorAll')(selector)].slice(0, MAX_ELEMENTS)

/** The year, or year and month, in a page's address: `/2020/02/`, `/2020/`; none where a day is there or it is no year. */
export function monthInAddress(address: string): DateSignal[] {
  const parts = /\/((?:19|20)\d{2})(?:[/-](\d{2}))?(?=[/._-]|$)/.exec(pathOf(address))
  if (parts === null) return []
  const [, year = '', month] = parts
  return [{ kind: 'month', value: month === undefined ? year : `${year}-${month}` }]
}

/** The day in a page's address: `/2020/02/27/`, `/2020-02-27-…`, `/20200227/`. At most one signal; none where it is not a day. */
export function dateInAddress(address: string): DateSignal[] {
  const day = /\/(\d{4})(?:\/(\d{1,2})\/(\d{1,2})|-(\d{2})-(\d{2})|(\d{2})(\d{2}))(?=[/._-]|$)/.exec(
    pathOf(address),
  )
  if (day === null) return []
  const [, year, ...rest] = day
  const [month = '', date = ''] = rest.filter((each) => each !== undefined)
  return [{ kind: 'address', value: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` }]
}

/** The path of an address, as far as a date may be in it: most have no year, and are not taken apart. */
const pathOf = (address: string): string =>
  /\/\d{4}/.test(address) && URL.canParse(address) ? new URL(address).pathname : ''
