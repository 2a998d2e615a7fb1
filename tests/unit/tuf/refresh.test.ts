import { describe, expect, test } from 'vitest'
import { versionsOf } from '../../../src/bundle/tuf/refresh.ts'
import { firstRoot } from '../../../src/bundle/tuf/update-root.ts'
import { NOW, TestRepository } from './test-repository.ts'

const DAY = 86_400_000
const YEAR = 365 * DAY

describe('refreshing metadata', () => {
  test('a new client asks for the next root, then one file of each role, and nothing twice', async () => {
    const repository = await TestRepository.start()
    const client = await repository.newClient()
    repository.requests.length = 0
    const { outcome } = await repository.refresh(client)
    expect(outcome.ok && versionsOf(outcome.value)).toEqual({
      root: 1,
      timestamp: 1,
      snapshot: 1,
      targets: 1,
    })
    expect(repository.requests).toEqual([
      'metadata/2.root.json',
      'metadata/timestamp.json',
      'metadata/1.snapshot.json',
      'metadata/1.targets.json',
    ])
  })

  test('where nothing changed two requests tell so', async () => {
    const repository = await TestRepository.start()
    const client = await repository.currentClient()
    repository.requests.length = 0
    const { outcome, stored } = await repository.refresh(client)
    expect(outcome.ok).toBe(true)
    expect(stored).toEqual(client)
    expect(repository.requests).toEqual(['metadata/2.root.json', 'metadata/timestamp.json'])
  })

  test('the files are kept byte for byte as they came', async () => {
    const repository = await TestRepository.start()
    const bytes = new Uint8Array([...(repository.files.get('metadata/timestamp.json') ?? []), 0x20, 0x0a])
    repository.files.set('metadata/timestamp.json', bytes)
    expect((await repository.currentClient()).timestamp).toEqual(bytes)
  })

  test('the first root is the pinned one, or the first ever seen where none is pinned', async () => {
    const repository = await TestRepository.start()
    const pinned = await firstRoot(repository.session(), { kind: 'pinned', rootDigest: '0'.repeat(64) })
    expect(pinned).toMatchObject({ ok: false, error: { code: 'wrong-root' } })
    const seen = await firstRoot(repository.session(), { kind: 'first-use' })
    expect(seen).toEqual({ ok: true, value: await repository.newClient() })
  })

  test('what was accepted before a failure stays accepted', async () => {
    const repository = await TestRepository.start()
    const client = await repository.currentClient()
    await repository.publishNext()
    repository.files.delete('metadata/2.targets.json')
    const { outcome, stored } = await repository.refresh(client)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(stored.snapshot).toEqual(repository.files.get('metadata/2.snapshot.json'))
    expect(stored.targets).toEqual(client.targets)
  })

  test('an equal version keeps the stored copy, whatever else the new one says', async () => {
    const repository = await TestRepository.start()
    const client = await repository.currentClient()
    repository.change('timestamp', {
      meta: { 'snapshot.json': { version: 100, length: 1, hashes: { sha256: '0'.repeat(64) } } },
    })
    await repository.publishTimestamp()
    const { outcome, stored } = await repository.refresh(client)
    expect([outcome.ok, stored]).toEqual([true, client])
  })
})

describe('what expires', () => {
  test.each(['root', 'timestamp', 'snapshot', 'targets'] as const)(
    'an expired %s ends the refresh',
    async (role) => {
      const repository = await TestRepository.start()
      const client = await repository.currentClient()
      repository.change(role, { expires: '2026-05-31T00:00:00Z', version: 2 })
      if (role === 'root') await repository.publishRoot()
      else {
        if (role !== 'timestamp') repository.raise('timestamp')
        if (role === 'targets') repository.raise('snapshot')
        if (role === 'targets') await repository.publishTargets()
        if (role !== 'timestamp') await repository.publishSnapshot()
        await repository.publishTimestamp()
      }
      const { outcome, stored } = await repository.refresh(client)
      expect(outcome).toMatchObject({ ok: false, error: { code: 'expired' } })
      // A root is kept although it has expired (TUF 5.3.10); the others are not.
      expect(stored[role] !== client[role]).toBe(role === 'root')
    },
  )

  test('a root that expired is no obstacle where a newer one has not', async () => {
    const repository = await TestRepository.start(({ root }) =>
      Object.assign(root, { expires: '2026-06-07T00:00:00Z' }),
    )
    const client = await repository.currentClient()
    expect((await repository.refresh(client, { now: NOW + 8 * DAY })).outcome).toMatchObject({ ok: false })
    repository.change('root', { version: 2, expires: '2027-01-01T00:00:00Z' })
    await repository.publishRoot()
    expect((await repository.refresh(client, { now: NOW + 8 * DAY })).outcome.ok).toBe(true)
  })

  test('the very instant is too late, the millisecond before it is not', async () => {
    const repository = await TestRepository.start()
    const client = await repository.currentClient()
    const end = Date.parse('2027-06-01T00:00:00Z')
    expect((await repository.refresh(client, { now: end - 1 })).outcome.ok).toBe(true)
    expect((await repository.refresh(client, { now: end })).outcome).toMatchObject({
      error: { code: 'expired' },
    })
    expect((await repository.refresh(client, { now: NOW - 10 * YEAR })).outcome.ok).toBe(true)
    expect((await repository.refresh(client, { now: Number.NaN })).outcome.ok).toBe(false)
  })
})

describe('recovery from versions that ran away', () => {
  test.each(['timestamp', 'snapshot'] as const)(
    'a root that takes the %s key away lets its counting begin anew',
    async (role) => {
      const repository = await TestRepository.start()
      for (const each of ['timestamp', 'snapshot', 'targets'] as const)
        repository.change(each, { version: 9_000 })
      await repository.publishAll()
      const client = await repository.currentClient()
      await repository.setKeys(role, ['recovered'])
      repository.change('root', { version: 2 })
      for (const each of ['timestamp', 'snapshot', 'targets'] as const)
        repository.change(each, { version: 1 })
      await repository.publishAll()
      const { outcome, stored } = await repository.refresh(client)
      expect(outcome.ok && versionsOf(outcome.value)).toEqual({
        root: 2,
        timestamp: 1,
        snapshot: 1,
        targets: 1,
      })
      expect([client.epoch, stored.epoch]).toEqual([1, 2])
    },
  )

  test('a key that is only added begins nothing anew', async () => {
    const repository = await TestRepository.start()
    for (const each of ['timestamp', 'snapshot', 'targets'] as const) repository.change(each, { version: 9 })
    await repository.publishAll()
    const client = await repository.currentClient()
    await repository.setKeys('timestamp', ['timestamp', 'another'])
    repository.change('root', { version: 2 })
    for (const each of ['timestamp', 'snapshot', 'targets'] as const) repository.change(each, { version: 1 })
    await repository.publishAll()
    expect((await repository.refresh(client)).outcome).toMatchObject({ error: { code: 'rolled-back' } })
  })
})

describe('counters in a second place', () => {
  const versions = { root: 1, timestamp: 5, snapshot: 5, targets: 5 }

  test.each([
    ['timestamp', 4, 5, 5],
    ['snapshot', 5, 4, 5],
    ['targets', 5, 5, 4],
  ] as const)(
    'a client that lost its files does not go back behind the %s',
    async (_role, timestamp, snapshot, targets) => {
      const repository = await TestRepository.start((drafts) => {
        Object.assign(drafts.timestamp, { version: timestamp })
        Object.assign(drafts.snapshot, { version: snapshot })
        Object.assign(drafts.targets, { version: targets })
      })
      const client = { ...(await repository.newClient()), floor: { epoch: 1, versions } }
      expect((await repository.refresh(client)).outcome).toMatchObject({ error: { code: 'rolled-back' } })
      for (const role of ['timestamp', 'snapshot', 'targets'] as const)
        repository.change(role, { version: 5 })
      await repository.publishAll()
      expect((await repository.refresh(client)).outcome.ok).toBe(true)
    },
  )

  test('nor behind the root; and counters of an earlier epoch hold nothing back', async () => {
    const repository = await TestRepository.start()
    const client = await repository.newClient()
    const behind = { ...client, floor: { epoch: 1, versions: { ...versions, root: 2 } } }
    expect((await repository.refresh(behind)).outcome).toMatchObject({ error: { code: 'rolled-back' } })
    await repository.setKeys('timestamp', ['recovered'])
    repository.change('root', { version: 2 })
    await repository.publishAll()
    expect((await repository.refresh(behind)).outcome.ok).toBe(true)
  })
})
