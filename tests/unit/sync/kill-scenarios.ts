import type { EntityRecord } from '../../../src/model/entity.ts'
import { removeSubscription, switchBundle } from '../../../src/storage/arrange-bundles.ts'
import { dropDamaged } from '../../../src/storage/boot-check.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import type { Fetch } from '../../../src/sync/http-files.ts'
import { installPackaged } from '../../../src/sync/install-packaged.ts'
import { sampleGeneration, samplePacked, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from '../storage/install.ts'
import { type PublishOptions, TestPublisher } from './publisher.ts'
import { NOW, syncFrom } from './test-sync.ts'

/** Something that the browser may be killed in. It is run again afterwards, and then it must come to its end. */
export interface Scenario {
  readonly name: string
  /** What is there before, and what is not struck. */
  readonly prepare: (database: BackgrounderDatabase) => Promise<unknown>
  readonly run: (database: BackgrounderDatabase) => Promise<unknown>
  /** What readers may see afterwards, as generations; the last is the end that it must come to. */
  readonly allowed: readonly string[]
}

const BASE = 'https://facts.example/'

/** A host in memory: a fetch of files that a publisher made. */
const fetchFrom =
  (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Fetch =>
  async (address) => {
    const bytes = files.get(address.slice(BASE.length))
    return bytes ? new Response(bytes) : new Response('', { status: 404 })
  }

/** A few, so that a thousand kills are quick: what is struck is the order of operations, not their size. */
export const FEW = 30
export const MORE = 40

const idOf = (index: number) => `e-${String(index).padStart(3, '0')}`

/** Records of which `changed` differ from the usual. */
export const records = (changed = 0, count = FEW): EntityRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    ...sampleRecord(idOf(index), `Entity ${index}`),
    ...(index < changed && { context: [`changed ${changed}`] }),
  }))

const publisher = await TestPublisher.start('kills')
const published: Map<string, Uint8Array<ArrayBuffer>>[] = []
/** What the host has after each publication; deltas lead from one to the next. */
async function publication(list: readonly EntityRecord[], generation: number, options?: PublishOptions) {
  const before = published.at(-1) ?? new Map<string, Uint8Array<ArrayBuffer>>()
  const files = new Map([...before, ...(await publisher.publish(list, generation, options))])
  published.push(files)
  return fetchFrom(files)
}

const first = await publication(records(), 1)
const byDelta = await publication(records(1), 2)
const byMany = await publication(records(9), 3)
const inWhole = await publication(records(2, MORE), 4, { deltas: false })
const rotated = fetchFrom(
  new Map([
    ...(published.at(-1) ?? []),
    ...(await publisher.rotate(['root', 'timestamp', 'snapshot', 'targets'])),
    ...(await publisher.publish(records(3), 2, { deltas: false })),
  ]),
)

const syncWith = (fetch: Fetch) => (database: BackgrounderDatabase) =>
  syncFrom(database, { base: BASE }, publisher.rootDigest, () => ({ fetch }))

const packages = new Map(
  await Promise.all(
    [1, 2].map(async (generation) => [generation, samplePacked(records(generation), generation)] as const),
  ),
)
const packaged = (generation: number) => (database: BackgrounderDatabase) =>
  installPackaged({
    store: bundleStore(database),
    crypto: crypto.subtle,
    clock: { now: () => NOW },
    files: async (file) => {
      const bytes = packages.get(generation)?.get(file)
      return bytes
        ? { ok: true, value: new Uint8Array(bytes) }
        : { ok: false, error: { code: 'not-found', where: file, detail: '' } }
    },
  })

const second = await sampleGeneration(records(2, MORE), 4)
const inParts = { installedAt: new Date(NOW).toISOString(), part: 15 }

/** An update that a kill interrupted between its parts, as it lies in the database. */
async function halfInstalled(database: BackgrounderDatabase): Promise<void> {
  await packaged(1)(database)
  const stop = new AbortController()
  const { signal } = stop
  const keeping = {
    ...inParts,
    signal,
    keep: true,
    onProgress: (written: number) => written > 15 && stop.abort(),
  }
  await installGeneration(database, second, keeping)
}

async function startUp(database: BackgrounderDatabase): Promise<void> {
  await dropDamaged(database, Math.random)
  await collectLeftovers(database)
}

const link = async (database: BackgrounderDatabase) => (await database.subscriptions.toArray())[0]?.link ?? ''

/** Every way in which something is written. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'the first install',
    prepare: async () => undefined,
    run: syncWith(first),
    allowed: ['', 'sample@1'],
  },
  {
    name: 'an update by a delta',
    prepare: syncWith(first),
    run: syncWith(byDelta),
    allowed: ['sample@1', 'sample@2'],
  },
  {
    name: 'an update by a delta onto a layer of changes',
    prepare: async (database) => {
      await syncWith(first)(database)
      await syncWith(byDelta)(database)
    },
    run: syncWith(byMany),
    allowed: ['sample@2', 'sample@3'],
  },
  {
    name: 'an update in whole',
    prepare: syncWith(byDelta),
    run: syncWith(inWhole),
    allowed: ['sample@2', 'sample@4'],
  },
  {
    name: 'an update taken up again',
    prepare: halfInstalled,
    run: (database) => installGeneration(database, second, inParts),
    allowed: ['sample@1', 'sample@4'],
  },
  {
    name: 'a rotation of all keys',
    prepare: syncWith(inWhole),
    run: syncWith(rotated),
    allowed: ['sample@4', 'sample@2'],
  },
  { name: 'a newer package', prepare: packaged(1), run: packaged(2), allowed: ['sample@1', 'sample@2'] },
  {
    name: 'collecting what was replaced',
    prepare: async (database) => {
      await halfInstalled(database)
      await database.installs.where('state').equals('staging').modify({ state: 'old' })
    },
    run: startUp,
    allowed: ['sample@1'],
  },
  {
    name: 'recovery from a damaged table',
    prepare: async (database) => {
      await syncWith(byDelta)(database)
      await database.chunks.where('[install+number]').equals([1, 0]).delete()
    },
    run: async (database) => {
      await startUp(database)
      await syncWith(byDelta)(database)
    },
    // Before the check has run the damage is there; afterwards the bundle is gone, or back.
    allowed: ['damaged', '', 'sample@2'],
  },
  {
    name: 'switching off and on',
    prepare: syncWith(first),
    run: async (database) => {
      await switchBundle(database, 'sample', false)
      await switchBundle(database, 'sample', true)
    },
    allowed: ['', 'sample@1'],
  },
  {
    name: 'removing a subscription',
    prepare: syncWith(byDelta),
    run: async (database) => removeSubscription(database, await link(database)),
    allowed: ['sample@2', ''],
  },
]
