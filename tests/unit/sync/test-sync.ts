import { subscriptionLink } from '../../../src/bundle/subscription-link.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { SyncOutcome } from '../../../src/model/sync-state.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { addSubscription } from '../../../src/storage/subscriptions.ts'
import type { SyncEvent } from '../../../src/sync/sync-event.ts'
import type { SyncInput } from '../../../src/sync/sync-input.ts'
import { syncOnce } from '../../../src/sync/sync-once.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { openTestDatabase } from '../storage/test-database.ts'
import { type PublishOptions, TestPublisher } from './publisher.ts'
import { startHost, type TestHost } from './test-host.ts'

export const NOW = Date.parse('2026-06-01T00:00:00Z')

const itu = sampleRecord('itu', 'Telecommunication Union', 'un')
const un = sampleRecord('un', 'United Nations')
export const OLD: readonly EntityRecord[] = [un]
export const NEW: readonly EntityRecord[] = [itu, { ...un, context: ['charter'] }]

/** A host with a bundle, a reader who subscribed to it, and its key. */
export interface Stage {
  readonly publisher: TestPublisher
  readonly host: TestHost
  readonly database: BackgrounderDatabase
  /** Puts a generation onto the host. */
  readonly publish: (
    records: readonly EntityRecord[],
    generation: number,
    options?: PublishOptions,
  ) => Promise<ReadonlyMap<string, Uint8Array>>
  /** One update; events are collected. */
  readonly sync: (change?: Partial<SyncInput>) => Promise<{ outcome: SyncOutcome; events: SyncEvent[] }>
}

/** One update of the one subscription in a database. `change` is asked right before the update begins. */
export async function syncFrom(
  database: BackgrounderDatabase,
  host: Pick<TestHost, 'base'>,
  rootDigest: string,
  change: () => Partial<SyncInput> = () => ({}),
): Promise<{ outcome: SyncOutcome; events: SyncEvent[] }> {
  const link = subscriptionLink({ base: host.base, rootDigest })
  const subscription = await addSubscription(database, { link, base: host.base, rootDigest })
  if (!subscription.ok) throw new Error(subscription.error.detail)
  const events: SyncEvent[] = []
  const outcome = await syncOnce({
    subscription: subscription.value,
    store: bundleStore(database),
    fetch: (address, init) => fetch(address, init),
    crypto: crypto.subtle,
    clock: { now: () => NOW },
    signal: new AbortController().signal,
    onEvent: (event) => void events.push(event),
    ...change(),
  })
  return { outcome, events }
}

/** A stage on which nothing is installed yet. */
export async function setStage(name?: string): Promise<Stage> {
  const [publisher, host, database] = [
    await TestPublisher.start(name),
    await startHost(new Map()),
    await openTestDatabase(),
  ]
  return {
    publisher,
    host,
    database,
    publish: async (records, generation, options) => {
      const files = await publisher.publish(records, generation, options)
      for (const [file, bytes] of files) host.files.set(file, bytes)
      return files
    },
    sync: (change = {}) => syncFrom(database, host, publisher.rootDigest, () => change),
  }
}
