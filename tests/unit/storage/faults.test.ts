import { afterEach, describe, expect, test, vi } from 'vitest'
import { retrying } from '../../../src/background/retrying.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { arrangeBundles, listBundles, switchBundle } from '../../../src/storage/arrange-bundles.ts'
import { dropDamaged } from '../../../src/storage/boot-check.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import type { BackgrounderDatabase, DatabaseEngine } from '../../../src/storage/database.ts'
import { loadIndex, saveIndex } from '../../../src/storage/index-buffers.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { openReliably } from '../../../src/storage/open-reliably.ts'
import { guarded } from '../../../src/storage/storage-error.ts'
import { saveSyncState } from '../../../src/storage/subscriptions.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { inOneSlice, installGeneration } from './install.ts'
import { beforeEachOperation } from './strike.ts'
import { newEngine } from './test-database.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const installedAt = { installedAt: '2026-01-01T00:00:00.000Z', part: 150 }
const records = (text: string) =>
  Array.from({ length: 300 }, (_, index) => ({
    ...sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
    descriptions: [{ text, lang: 'en' }],
  }))
const generations = await Promise.all([1, 2].map((each) => sampleGeneration(records(`of ${each}`), each)))
const [first, second] = generations as [(typeof generations)[0], (typeof generations)[0]]
const refs = ['e-000', 'e-299'].map((id) => ({ bundle: 'sample' as BundleId, entity: id as EntityId }))
const noSearch = () => () => []

/** What browsers were seen to answer, and what the specification says they may. */
const NAMES = [
  ['UnknownError', 'Internal error opening backing store'],
  ['UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'],
  ['InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.'],
  ['QuotaExceededError', 'The quota has been exceeded.'],
  ['AbortError', 'The transaction was aborted'],
  ['TransactionInactiveError', 'The transaction has finished'],
  ['TimeoutError', 'Transaction timed out due to inactivity'],
  ['DataError', 'Failed to read large IndexedDB value'],
  ['NotReadableError', 'Data lost due to missing file'],
  ['NotFoundError', 'Database deleted by request of the user'],
  ['ConstraintError', 'Key already exists'],
  ['ReadOnlyError', 'The transaction is read-only'],
  ['OperationError', 'FILE_ERROR_NO_SPACE'],
] as const

/** Strikes once at an operation, or at it and all that follow; `strike` does what the fault is. */
interface Fault {
  readonly what: string
  readonly from: number
  readonly times: number
  readonly strike: (database: BackgrounderDatabase) => void
}

const thrown = (name: string, message: string) => () => {
  throw new DOMException(message, name)
}
const FAULTS: readonly Fault[] = [
  ...NAMES.flatMap(([name, message]): Fault[] => [
    { what: `${name} (${message}) at once`, from: 1, times: 1, strike: thrown(name, message) },
    { what: `${name} (${message}) in the middle`, from: 3, times: 1, strike: thrown(name, message) },
    { what: `${name} (${message}) from then on`, from: 2, times: 1_000, strike: thrown(name, message) },
  ]),
  { what: 'the handle closed at once', from: 1, times: 1, strike: (database) => database.close() },
  { what: 'the handle closed in the middle', from: 4, times: 1, strike: (database) => database.close() },
  {
    what: 'the database closed by the browser',
    from: 2,
    times: 1,
    strike: (database) => database.backendDB()?.close(),
  },
  {
    what: 'the database wanted by another version',
    from: 2,
    times: 1,
    strike: (database) => database.backendDB()?.dispatchEvent(new Event('versionchange')),
  },
]

type Site = readonly [name: string, run: (database: BackgrounderDatabase) => Promise<unknown>]

/** Where the extension touches the database. Each tells failure by a result that is not ok, or by throwing. */
const SITES: readonly Site[] = [
  ['beginning to take in a generation', (database) => takeIn(database, 0)],
  ['writing its first part', (database) => takeIn(database, 1)],
  ['writing its last part', (database) => takeIn(database, 2)],
  ['taking in the whole of it', (database) => installGeneration(database, second, installedAt)],
  [
    'looking entities up',
    (database) => guarded('read', () => new IndexedDbLookup(database, noSearch).entities(refs)),
  ],
  [
    'reading everything',
    (database) => guarded('read', () => new IndexedDbLookup(database, noSearch).snapshot()),
  ],
  ['searching', (database) => guarded('read', () => new IndexedDbLookup(database, noSearch).search('a', 1))],
  ['keeping an index', (database) => saveIndex(database, 'key', new ArrayBuffer(8))],
  ['loading an index', (database) => loadIndex(database, 'key')],
  ['keeping where an update stands', (database) => saveSyncState(database, 'link', { phase: 'checking' })],
  ['listing the bundles', (database) => guarded('list', () => listBundles(database))],
  ['ordering the bundles', (database) => guarded('arrange', () => arrangeBundles(database, ['sample']))],
  ['switching a bundle', (database) => guarded('switch', () => switchBundle(database, 'sample', true))],
  ['checking at a start', (database) => guarded('check', () => dropDamaged(database, Math.random))],
  ['collecting leftovers', (database) => guarded('collect', () => collectLeftovers(database))],
]

/** The first `parts` parts of the second generation; what is struck is the next step. */
async function takeIn(database: BackgrounderDatabase, parts: number): Promise<unknown> {
  const { manifest, trust, lines } = second
  const begun = await bundleStore(database).begin({ manifest, trust }, 'plan')
  for (let part = 0; begun.ok && part < parts; part += 1) {
    const written = await begun.value.write(inOneSlice(lines.slice(part * 150, (part + 1) * 150)))
    if (!written.ok) return written
  }
  return begun
}

/** As the background opens it: again, and anew where nothing else helps. */
async function open(engine: DatabaseEngine): Promise<BackgrounderDatabase> {
  const opened = await openReliably({ engine, wait: async () => undefined })
  if (!opened.ok) throw new Error(opened.error.detail)
  return opened.value.database
}

/** Which generation two look-ups show, through the recovery that every look-up goes through. */
async function visible(engine: DatabaseEngine): Promise<string | undefined> {
  let database: BackgrounderDatabase | undefined
  const forget = async () => {
    database?.close()
    database = undefined
  }
  const found = await retrying(
    async () => {
      database ??= await open(engine)
      return new IndexedDbLookup(database, noSearch).entities(refs)
    },
    { forget, wait: async () => undefined },
  )
  await forget()
  const texts = new Set(found.map(({ record }) => record.descriptions[0]?.text))
  expect(texts.size).toBe(1)
  expect(found).toHaveLength(refs.length)
  return [...texts][0]
}

let runs = 0

describe.each(SITES)('a fault while %s', { timeout: 300_000 }, (name, run) => {
  test('is told or mended, and loses nothing', async () => {
    for (const fault of FAULTS) {
      const engine = newEngine()
      const database = await open(engine)
      await installGeneration(database, first, installedAt)
      beforeEachOperation((number) => {
        if (number >= fault.from && number < fault.from + fault.times) fault.strike(database)
      })
      const result = (await run(database)) as {
        readonly ok: boolean
        readonly error?: { readonly code: string }
      }
      vi.restoreAllMocks()
      const seen = await visible(engine)
      const installed = name === 'taking in the whole of it' && result.ok
      if (installed) expect(`${fault.what}: ${seen}`).toBe(`${fault.what}: of 2`)
      else expect(['of 1', 'of 2']).toContain(seen)
      if (!result.ok) expect(result.error?.code).toMatch(/^(storage-|overtaken)/)
      // The next attempt meets no trace of it.
      const again = await open(engine)
      const next = await installGeneration(again, second, installedAt)
      expect(`${fault.what}: ${next.ok || next.error.code}`).toBe(
        `${fault.what}: ${seen === 'of 1' || 'overtaken'}`,
      )
      await collectLeftovers(again)
      expect([await again.installs.count(), await again.directories.count()]).toEqual([1, 1])
      expect(await visible(engine)).toBe('of 2')
      again.close()
      database.close()
      runs += 1
    }
  })
})

test('all faults were tried at all places', () => {
  console.info(`faults: ${FAULTS.length} x ${SITES.length} places = ${runs} runs`)
  expect(FAULTS.length).toBeGreaterThanOrEqual(40)
  expect(runs).toBe(FAULTS.length * SITES.length)
})
