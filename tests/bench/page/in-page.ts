import type { PackedRecognition } from '../../../src/model/packed-recognition.ts'
import { ok } from '../../../src/model/result.ts'
import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts'
import type { Ask } from '../../../src/page/recogniser.ts'
import { type Page, startPage } from '../../../src/page/scan-page.ts'

/*
 * Put into the isolated world of a page, as the content script is: src/page with a recogniser in a worker, so that
 * the main thread has of it what it has of the background, the copying of texts and mentions.
 */

/** After so long without a change (milliseconds) a page may be done. */
const REST = 250

let page: Page | undefined
let worker: Worker | undefined

/** What the start took before the first slice (milliseconds): dating the article, above all. */
let starting = 0

/** When anything was marked last, in milliseconds of the page's clock. */
let changed = 0

/** What unpacking the answers took, in all and the longest one (milliseconds): the page's thread does that too. */
let unpacking = { total: 0, longest: 0 }

const answered = <T>(message: unknown): Promise<T> =>
  new Promise((resolve) => {
    worker?.addEventListener('message', (event) => resolve(unpacked<T>(event)), { once: true })
    worker?.postMessage(message)
  })

/** The first look at a message's data unpacks it. */
function unpacked<T>(event: MessageEvent<T>): T {
  const start = performance.now()
  const { data } = event
  const stretch = performance.now() - start
  unpacking = { total: unpacking.total + stretch, longest: Math.max(unpacking.longest, stretch) }
  return data
}

const ask = (async (name: string, request: unknown) =>
  ok(name === 'page/recognise' ? await answered<PackedRecognition>(request) : null)) as Ask

const bench = {
  /** Starts the worker and has it open the index: the background is warm when a page is opened. */
  prepare: async (script: string, index: string): Promise<void> => {
    worker = new Worker(script)
    await answered(index)
  },
  start: (): void => {
    const before = performance.now()
    page = startPage({
      document,
      ask,
      signal: new AbortController().signal,
      preferences: DEFAULT_SETTINGS,
      onMarks: () => {
        changed = performance.now()
      },
      onReopened: () => undefined,
    })
    starting = performance.now() - before
  },
  /** Whether all is marked and what is near the viewport is painted. To ask for the list makes work, so it waits for a rest. */
  isDone: (): boolean =>
    changed > 0 &&
    performance.now() - changed > REST &&
    page?.marks().state === 'marked' &&
    (page.count() === 0 || painted() > 0),
  figures: () => {
    const { total = 0, longest = 0 } = page?.work() ?? {}
    return {
      marks: page?.count() ?? 0,
      painted: painted(),
      total: total + starting + unpacking.total,
      longest: Math.max(longest, starting, unpacking.longest),
    }
  },
  /** Milliseconds of so many hit tests, all over the window: every third on a mark. */
  hitTimes: (times: number): number[] => {
    const places = markPlaces()
    return Array.from({ length: times }, (_, at) => {
      const place = at % 3 === 0 ? places[at % places.length] : undefined
      const [x, y] = place ?? [(at * 37) % innerWidth, (at * 53) % innerHeight]
      const start = performance.now()
      page?.hitAt(x, y)
      return performance.now() - start
    })
  },
}

function painted(): number {
  let count = 0
  CSS.highlights.forEach((highlight) => {
    count += highlight.size
  })
  return count
}

/** The middles of the painted marks that can be seen. */
function markPlaces(): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = []
  CSS.highlights.forEach((highlight) => {
    highlight.forEach(({ startContainer, startOffset, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(startContainer, endOffset)
      const { left, top, width, height } = range.getBoundingClientRect()
      if (top > 0 && top + height < innerHeight) places.push([left + width / 2, top + height / 2])
    })
  })
  return places
}

export type Bench = typeof bench
Object.assign(globalThis, { bench })
