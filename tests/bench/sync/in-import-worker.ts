import { followUpdates } from '../../../src/background/follow-updates.ts'
import { IndexBuilds } from '../../../src/background/index-builds.ts'
import { createWarmKnowledge } from '../../../src/background/knowledge.ts'
import { searchKeeper } from '../../../src/background/search-keeper.ts'
import { fingerprintOf } from '../../../src/bundle/public-key.ts'
import { sha256Of } from '../../../src/bundle/sha256.ts'
import { parseSubscriptionLink } from '../../../src/bundle/subscription-link.ts'
import { indexMaker } from '../../../src/indexing/index-maker.ts'
import { startIndexThread } from '../../../src/indexing/index-thread.ts'
import { makeSearch } from '../../../src/search/make-search.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { openDatabase } from '../../../src/storage/database.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { addSubscription } from '../../../src/storage/subscriptions.ts'
import { syncOnce } from '../../../src/sync/sync-once.ts'

// Runs as a worker of a page of Chromium (import.ts): what the background does of an update, from the request on.

/** Milliseconds of each phase of one import; what it came to. */
export interface ImportCost {
  readonly outcome: string
  readonly fetch: number
  /** From the first request to the flip. */
  readonly sync: number
  /** Reading, checking and writing parts, and the whole at the end: inside `sync`. */
  readonly write: number
  readonly finish: number
  /** The transaction that shows the new generation, and the longest of all others. */
  readonly flip: number
  readonly longestTransaction: number
  readonly transactions: number
  /** Both indexes; the first of them alone, or both where they are made in one reading. */
  readonly indexes: number
  readonly names: number
  readonly total: number
  /** MB that a loop of hashing gets through in a second, before and after: how much of the machine was ours. */
  readonly speed: number
  readonly digest: string
  readonly generation: number
}

const DATABASE = 'bench'

/** As in Firefox, whose background starts workers itself. */
const startThread = () =>
  startIndexThread(
    async (port, name) => new Worker('/in-import-thread.js').postMessage({ name }, [port]),
    navigator.locks,
  )

/** Times of every writing transaction, by what it is for. */
const transactions = { flip: 0, longest: 0, count: 0 }
const native = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
  ?.value as IDBDatabase['transaction']
IDBDatabase.prototype.transaction = function timed(this: IDBDatabase, ...given) {
  const transaction = native.apply(this, given)
  if (transaction.mode !== 'readwrite') return transaction
  const from = performance.now()
  const isFlip = transaction.objectStoreNames.contains('bundles')
  transaction.addEventListener('complete', () => {
    const took = performance.now() - from
    transactions.count += 1
    if (isFlip) transactions.flip = took
    else transactions.longest = Math.max(transactions.longest, took)
  })
  return transaction
}

addEventListener('message', ({ data, ports }) => {
  if (data === 'ping') ports[0]?.postMessage('pong')
  else
    void importBundle(data as string).then(
      (cost) => postMessage(cost),
      (error: unknown) => postMessage({ outcome: String(error) }),
    )
})

function hashSpeed(): number {
  const bytes = new Uint8Array(4 * 1024 * 1024)
  sha256Of(bytes)
  const from = performance.now()
  for (let round = 0; round < 5; round += 1) sha256Of(bytes)
  return (5 * bytes.length) / 1_000 / (performance.now() - from)
}

async function importBundle(link: string): Promise<ImportCost> {
  const parsed = parseSubscriptionLink(link)
  if (!parsed.ok || parsed.value.rootDigest === undefined) throw new Error('no link')
  const { base, rootDigest } = parsed.value
  const opened = await openDatabase(DATABASE)
  if (!opened.ok) throw new Error(opened.error.detail)
  const database = opened.value
  const added = await addSubscription(database, { link, base, rootDigest })
  if (!added.ok) throw new Error(added.error.detail)
  Object.assign(transactions, { flip: 0, longest: 0, count: 0 })
  const spent = { fetch: 0, write: 0, finish: 0 }
  const timed = async <T>(what: keyof typeof spent, run: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const value = await run()
    spent[what] += performance.now() - from
    return value
  }
  const store = bundleStore(database)
  const builds = new IndexBuilds()
  const lookup = new IndexedDbLookup(database, makeSearch)
  const make = indexMaker(startThread)
  const searches = searchKeeper({ database, lookup }, builds, make)
  const source = {
    open: async () => ({ storage: 'ready' as const, database, lookup, searches }),
    ownAliases: async () => [],
    builds,
    make,
  }
  const speed = hashSpeed()
  const start = performance.now()
  const outcome = await syncOnce({
    subscription: added.value,
    store: {
      ...store,
      begin: async (incoming, plan) => {
        const intake = await store.begin(incoming, plan)
        if (!intake.ok) return intake
        const begun = intake.value
        return {
          ok: true,
          value: {
            parts: begun.parts,
            abandon: (keep) => begun.abandon(keep),
            write: (slices, options) => timed('write', () => begun.write(slices, options)),
            finish: (at) => timed('finish', () => begun.finish(at)),
          },
        }
      },
      change: (incoming, at, options) => timed('finish', () => store.change(incoming, at, options)),
    },
    fetch: (address, init) =>
      timed('fetch', async () => {
        const response = await fetch(address, init)
        const body = await response.arrayBuffer()
        return new Response(body, { status: response.status })
      }),
    crypto: crypto.subtle,
    clock: Date,
    signal: new AbortController().signal,
    onEvent: (event) => postMessage({ event }),
    follow: followUpdates({ ...source, start: startThread }),
  })
  const synced = performance.now()
  postMessage({ phase: 'names' })
  await createWarmKnowledge(source).get()
  const named = performance.now()
  postMessage({ phase: 'search' })
  await searches.keep()
  const end = performance.now()
  const [row] = (await database.bundles.toArray()).filter(
    (each) =>
      each.manifest.rootDigest !== undefined &&
      fingerprintOf(each.manifest.rootDigest) === fingerprintOf(rootDigest),
  )
  return {
    outcome:
      outcome.outcome === 'failed' ? `${outcome.code} ${outcome.where} ${outcome.detail}` : outcome.outcome,
    ...spent,
    sync: synced - start,
    flip: transactions.flip,
    longestTransaction: transactions.longest,
    transactions: transactions.count,
    names: named - synced,
    indexes: end - synced,
    total: end - start,
    speed: (speed + hashSpeed()) / 2,
    digest: row?.stateRoot ?? '',
    generation: row?.generation ?? 0,
  }
}
