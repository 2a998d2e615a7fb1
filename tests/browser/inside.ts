import type { EntityKind } from '../../src/model/entity.ts'
import type { BundleId, EntityId, EntityRef } from '../../src/model/ids.ts'
import type { Mention, TextBlock } from '../../src/model/mention.ts'
import { packRecognition } from '../../src/model/packed-recognition.ts'
import { ok } from '../../src/model/result.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import { type CardHost, openCardHost } from '../../src/page/card-host.ts'
import { collectDateSignals } from '../../src/page/date-signals.ts'
import type { Hit } from '../../src/page/hit-test.ts'
import { type Hover, startHover } from '../../src/page/hover-controller.ts'
import type { RecogniseRequest } from '../../src/page/recognised.ts'
import type { Ask } from '../../src/page/recogniser.ts'
import { type Page, startPage } from '../../src/page/scan-page.ts'

/*
 * What the tests put into a page's isolated world: src/page as a content script starts it, with a
 * recogniser that knows a handful of names. Everything is called from outside with JSON (test-page.ts).
 */

const NAMES: readonly (readonly [string, string, EntityKind])[] = [
  ['Shanghai Cooperation Organisation', 'sco', 'organization'],
  ['United Nations', 'un', 'organization'],
  ['Code of Conduct', 'code-of-conduct', 'document'],
  ['Vladimir Norov', 'vladimir-norov', 'person'],
  ['ITU', 'itu', 'organization'],
]

const CARD_STYLE = '.card{width:240px;height:120px;background:#fff;color:#000;font:14px sans-serif}'

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const refOf = (id: string): EntityRef => ({ bundle: 'test' as BundleId, entity: id as EntityId })

function mentionsIn({ text }: TextBlock): Mention[] {
  const found = NAMES.flatMap(([name, id, type]) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }): Mention => {
      const [start, end] = [index, index + name.length]
      return { start, end, surface: name, entity: refOf(id), name, type, via: 'name', score: 1 }
    }),
  )
  return found.sort((a, b) => a.start - b.start)
}

const asked: TextBlock[] = []
const dates: string[] = []
const opened: string[] = []
const aimed: string[] = []
let failures = 0
let actions = 0
let reopened = 0
let errors = 0
let preferences: Settings = DEFAULT_SETTINGS
let end = new AbortController()
let page: Page | undefined
let hover: Hover | undefined
let card: CardHost | undefined

const ask = (async (name: string, { blocks, date = 'unknown' }: RecogniseRequest) => {
  if (name === 'page/explain') return ok(null)
  // Recognising happens elsewhere: it must not count as work of the page layer.
  await Promise.resolve()
  if (failures-- > 0) return { ok: false, error: { code: 'failed', detail: 'as the test wants it' } }
  asked.push(...blocks)
  dates.push(date)
  const recognised = blocks.map((block) => ({ mentions: mentionsIn(block), hints: [] }))
  return ok(packRecognition({ blocks: recognised, established: [] }))
}) as Ask

/** Firefox cannot iterate over a registry or a highlight here, but goes through them with `forEach`. */
function paintedRanges(): AbstractRange[] {
  const ranges: AbstractRange[] = []
  CSS.highlights.forEach((highlight) => {
    highlight.forEach((range) => {
      ranges.push(range)
    })
  })
  return ranges
}

/** What is painted, straight from the registry: one text per range, in the order of the page. */
function painted(): string[] {
  const placed = paintedRanges().map(({ startContainer, startOffset, endOffset }) => ({
    text: startContainer.nodeValue?.slice(startOffset, endOffset) ?? '',
    ...(rectsOf(startContainer, startOffset, endOffset)[0] ?? { top: 0, left: 0 }),
  }))
  placed.sort((a, b) => a.top - b.top || a.left - b.left)
  return placed.map(({ text }) => text)
}

function rectsOf(node: Node, start: number, end: number): Box[] {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return [...range.getClientRects()].map(boxOf)
}

const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom })

/** The rectangles of the first painted range with this text: one per line. */
function linesOf(text: string): Box[] {
  const range = paintedRanges().find(
    (each) => each.startContainer.nodeValue?.slice(each.startOffset, each.endOffset) === text,
  )
  return range === undefined ? [] : rectsOf(range.startContainer, range.startOffset, range.endOffset)
}

function openCard({ mark, rect }: Hit): void {
  opened.push(mark.mention.name)
  const onLost = (): void => hover?.close()
  const text = mark.pieces[0]?.node
  if (text === undefined) return
  card = openCardHost(text, { style: CARD_STYLE, signal: end.signal, onLost })
  const content = document.createElement('div')
  content.className = 'card'
  content.setAttribute('role', 'dialog')
  const button = document.createElement('button')
  button.textContent = 'act'
  button.addEventListener('click', () => actions++)
  content.append(mark.mention.name, ' ', button)
  card.container.append(content)
  card.place(rect, 'ltr')
}

function closeCard(): void {
  card?.remove()
  card = undefined
}

/** As the content script does: a document that was opened anew is started on anew. */
function start(): void {
  end = new AbortController()
  const { signal } = end
  const onReopened = (): void => {
    reopened++
    end.abort()
    start()
  }
  page = startPage({ document, ask, signal, preferences, onMarks: () => undefined, onReopened })
  const isCard = (target: EventTarget | null): boolean => card?.isHost(target) ?? false
  const { hitAt } = page
  const onAim = ({ mark }: Hit): void => void aimed.push(mark.mention.name)
  const ways = { onOpen: openCard, onClose: closeCard, onAim }
  hover = startHover({ document, signal, hitAt, isCard, ...ways, preferences: () => preferences })
}

addEventListener('error', () => errors++)
addEventListener('unhandledrejection', () => errors++)

const inside = {
  start,
  prefer: (changes: Partial<Settings>): void => {
    preferences = { ...preferences, ...changes }
    page?.prefer(preferences)
  },
  stop: (): void => end.abort(),
  failNext: (times: number): void => {
    failures = times
  },
  refresh: () => page?.refresh(),
  marks: () => page?.marks() ?? null,
  counts: () => Object.fromEntries(page?.marks().entities.map(({ name, count }) => [name, count]) ?? []),
  asked: () => asked.map(({ text }) => text),
  languages: () => Object.fromEntries(asked.map(({ text, lang = 'none' }) => [text, lang])),
  dates: () => dates,
  dateSignals: () => collectDateSignals(document),
  painted,
  linesOf,
  hit: (x: number, y: number) => page?.hitAt(x, y)?.mark.mention.name ?? null,
  jump: (id: string, index: number) => page?.jump(refOf(id), index) ?? false,
  step: (by: 1 | -1) => page?.step(by)?.mark.mention.name ?? null,
  openByKey: () => {
    const current = page?.current() ?? null
    if (current !== null) hover?.open(current)
  },
  focusCard: () => card?.takeFocus(),
  pin: () => hover?.pin(),
  actions: () => actions,
  /** The middle of the card's button. */
  button: (): readonly number[] => {
    const box = card?.container.querySelector('button')?.getBoundingClientRect()
    return box === undefined ? [] : [box.left + box.width / 2, box.top + box.height / 2]
  },
  reopened: () => reopened,
  errors: () => errors,
  slices: () => page?.work() ?? { longest: 0, total: 0 },
  /** Milliseconds of so many hit tests, all over the window. */
  hitTimes: (times: number): number[] =>
    Array.from({ length: times }, (_, at) => {
      const start = performance.now()
      page?.hitAt((at * 37) % innerWidth, (at * 53) % innerHeight)
      return performance.now() - start
    }),
  /** The painted texts whose first line is in the window. */
  inView: (): string[] =>
    paintedRanges().flatMap(({ startContainer, startOffset, endOffset }) => {
      const [line] = rectsOf(startContainer, startOffset, endOffset)
      const isSeen = line !== undefined && line.bottom > 0 && line.top < innerHeight
      return isSeen ? [startContainer.nodeValue?.slice(startOffset, endOffset) ?? ''] : []
    }),
  /** Whether the open card is what one hits in its middle. */
  cardOnTop: (): boolean => {
    const box = card?.container.getBoundingClientRect()
    if (box === undefined || box.width === 0) return false
    return (
      card?.isHost(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)) ?? false
    )
  },
  opened: () => opened,
  aimed: () => aimed,
  card: () => {
    const box = card?.container.getBoundingClientRect()
    return box === undefined
      ? null
      : { ...boxOf(box), text: card?.container.textContent?.replace(' act', '') ?? '' }
  },
  /** Whether the card is what one would hit at a point. */
  onTop: (x: number, y: number) => card?.isHost(document.elementFromPoint(x, y)) ?? false,
}

export type Inside = typeof inside
Object.assign(globalThis, { inside })
