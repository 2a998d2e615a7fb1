import { expect, test } from 'vitest'
import { cardsOf } from '../../../src/background/cards.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import { IndexedDbLookup } from '../../../src/storage/indexeddb-lookup.ts'
import { sampleGeneration, sampleRecord } from '../bundle/sample-bundle.ts'
import { installGeneration } from '../storage/install.ts'
import { openTestDatabase } from '../storage/test-database.ts'

const REF = { bundle: 'sample' as BundleId, entity: 'un' as EntityId }

test('a card warns where the publisher no longer confirms its bundle, and not before', async () => {
  const database = await openTestDatabase()
  const installedAt = '2026-01-01T00:00:00.000Z'
  await installGeneration(database, await sampleGeneration([sampleRecord('un', 'United Nations')]), {
    installedAt,
  })
  const confirmed = { at: '2026-02-01T00:00:00Z', until: '2026-02-15T00:00:00Z' }
  await bundleStore(database).confirm('sample', confirmed)
  const lookup = new IndexedDbLookup(database, () => () => [])
  const stalenessAt = async (now: string) => {
    const [card] = await cardsOf(lookup, [REF], { date: undefined, now, lang: 'en' })
    return [card?.bundleTitle, card?.staleness]
  }
  expect(await stalenessAt('2026-02-14T23:59:59Z')).toEqual(['Sample', undefined])
  expect(await stalenessAt('2026-02-15T00:00:00Z')).toEqual([
    'Sample',
    { kind: 'unconfirmed', since: confirmed.at },
  ])
})
