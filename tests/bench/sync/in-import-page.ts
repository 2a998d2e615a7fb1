import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import { openDatabase } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import type { SyncEvent } from '../../../src/sync/sync-event.ts'
import type { ImportCost } from './in-import-worker.ts'

// Runs as a page of Chromium (import.ts): whoever looks something up while the background takes in a bundle.

/** Milliseconds: half and 95 of 100 took no longer, and the longest. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly most: number
}

/** What an import cost, and what readers noticed meanwhile. */
export interface ImportSeen {
  readonly cost: ImportCost
  /** One record of another bundle, by its id. */
  readonly lookups: Spread
  /** How long the background took to answer a message: its longest slice. */
  readonly answers: Spread
}

declare global {
  var importBundle: (link: string, other: { bundle: string; entities: number }) => Promise<ImportSeen>
  var endHalfWay: (link: string) => Promise<number>
  var markPhase: ((phase: string) => void) | undefined
  var lookUp: (bundle: string, entities: number, count: number) => Promise<Spread>
}

const worker = new Worker('/in-import-worker.js')
const PAUSE_MS = 10

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function spreadOf(times: number[]): Spread {
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2))
  return { count: times.length, p50: at(0.5), p95: at(0.95), most: at(1) }
}

/** Milliseconds until the worker answers a message. */
async function ping(): Promise<number> {
  const from = performance.now()
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise((resolve) => {
    port1.onmessage = resolve
  })
  worker.postMessage('ping', [port2])
  await answered
  return performance.now() - from
}

async function lookupFor(bundle: string, entities: number): Promise<() => Promise<number>> {
  const opened = await openDatabase('bench')
  if (!opened.ok) throw new Error(opened.error.detail)
  const lookup = new IndexedDbLookup(opened.value, makeSearch)
  let drawn = 0
  return async () => {
    drawn += 1
    const index = (drawn * 7_919) % entities
    const entity = `entity-${String(index).padStart(7, '0')}` as EntityId
    const from = performance.now()
    const found = await lookup.entities([{ bundle: bundle as BundleId, entity }])
    if (found.length !== 1) throw new Error(`${entity} of ${bundle} is not found`)
    return performance.now() - from
  }
}

globalThis.lookUp = async (bundle, entities, count) => {
  const lookUpOne = await lookupFor(bundle, entities)
  const times: number[] = []
  while (times.length < count) times.push(await lookUpOne())
  return spreadOf(times)
}

/** Ends the worker when half of the bytes have come; gives how many. */
globalThis.endHalfWay = (link) =>
  new Promise((resolve) => {
    let total = 0
    worker.onmessage = ({ data }: MessageEvent<{ event?: SyncEvent }>) => {
      const { event } = data
      if (event?.type === 'found') total = event.total
      if (event?.type !== 'received' || event.received < total / 2) return
      worker.terminate()
      resolve(event.received)
    }
    worker.postMessage(link)
  })

globalThis.importBundle = async (link, other) => {
  let cost: ImportCost | undefined
  worker.onmessage = ({ data }: MessageEvent<ImportCost | { event: unknown } | { phase: string }>) => {
    if ('phase' in data) globalThis.markPhase?.(data.phase)
    else if (!('event' in data)) cost = data
  }
  const [lookups, answers]: [number[], number[]] = [[], []]
  const lookUpOne = other.entities > 0 ? await lookupFor(other.bundle, other.entities) : undefined
  worker.postMessage(link)
  const asking = (async () => {
    while (lookUpOne && !cost) {
      answers.push(await ping())
      await pause(PAUSE_MS)
    }
  })()
  while (!cost) {
    if (lookUpOne) lookups.push(await lookUpOne())
    await pause(PAUSE_MS)
  }
  await asking
  return { cost, lookups: spreadOf(lookups), answers: spreadOf(answers) }
}
