import { subscriptionLink } from '../../../src/bundle/subscription-link.ts'
import { generateSigningKey, type SigningKey } from '../../../src/cli/bundle/signing-key.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { SyncOutcome } from '../../../src/model/sync-state.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import { addSubscription } from '../../../src/storage/subscriptions.ts'
import type { SyncEvent } from '../../../src/sync/sync-event.ts'
import { type SyncInput, syncOnce } from '../../../src/sync/sync-once.ts'
import { samplePacked, sampleRecord } from '../bundle/sample-bundle.ts'
import { openTestDatabase } from '../storage/test-database.ts'
import { type Answer, startHost, type TestHost } from './test-host.ts'

export const NOW = Date.parse('2026-06-01T00:00:00Z')

const itu = sampleRecord('itu', 'Telecommunication Union', 'un')
const un = sampleRecord('un', 'United Nations')
export const OLD: readonly EntityRecord[] = [un]
export const NEW: readonly EntityRecord[] = [itu, { ...un, context: ['charter'] }]

/** A host with a bundle, a reader who subscribed to it, and its key. */
export interface Stage {
  readonly key: SigningKey
  readonly host: TestHost
  readonly database: BackgrounderDatabase
  /** Puts a generation onto the host. */
  readonly publish: (
    records: readonly EntityRecord[],
    generation: number,
  ) => Promise<ReadonlyMap<string, Answer>>
  /** One update; events are collected. */
  readonly sync: (change?: Partial<SyncInput>) => Promise<{ outcome: SyncOutcome; events: SyncEvent[] }>
}

/** One update of the one subscription in a database. `change` is asked right before the update begins. */
export async function syncFrom(
  database: BackgrounderDatabase,
  host: Pick<TestHost, 'base'>,
  keyId: string,
  change: () => Partial<SyncInput> = () => ({}),
): Promise<{ outcome: SyncOutcome; events: SyncEvent[] }> {
  const link = subscriptionLink({ base: host.base, keyId })
  const subscription = await addSubscription(database, { link, base: host.base, keyId })
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
export async function setStage(): Promise<Stage> {
  const [key, host, database] = [
    await generateSigningKey(),
    await startHost(new Map()),
    await openTestDatabase(),
  ]
  return {
    key,
    host,
    database,
    publish: async (records, generation) => {
      const { files } = await samplePacked(records, generation, key)
      for (const [file, bytes] of files) host.files.set(file, bytes)
      return files
    },
    sync: (change = {}) => syncFrom(database, host, key.keyId, () => change),
  }
}
