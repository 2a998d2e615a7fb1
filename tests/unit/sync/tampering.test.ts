import { describe, expect, test } from 'vitest'
import { storedData } from '../storage/test-database.ts'
import { HOST_ATTACKS } from './host-attacks.ts'
import { flipped, published } from './published.ts'
import { PUBLISHER_ATTACKS } from './publisher-attacks.ts'

describe('what is refused changes nothing', () => {
  test.each([...HOST_ATTACKS, ...PUBLISHER_ATTACKS])('%s', async (_what, tamper, code) => {
    const scene = await published()
    const { stage } = scene
    const before = await storedData(stage.database)
    await tamper(scene)
    // Short where the time is the point, long elsewhere: a busy machine is no attack.
    const { outcome, events } = await stage.sync(
      code === 'too-slow' ? { timeouts: { idle: 150, total: 300 } } : {},
    )
    expect(outcome).toMatchObject({ outcome: 'failed', code })
    expect(events.some((event) => event.type === 'ended' && event.outcome.outcome === 'updated')).toBe(false)
    expect(await storedData(stage.database)).toBe(before)
  })

  test('without tampering the same generation is installed', async () => {
    const { stage } = await published()
    expect((await stage.sync()).outcome).toEqual({
      outcome: 'updated',
      bundle: 'sample',
      generation: 3,
      added: 1,
      changed: 1,
      removed: 0,
    })
  })

  test('a refusal says where', async () => {
    const { stage, put, part, partBytes } = await published()
    put(part, flipped(partBytes, 5))
    expect((await stage.sync()).outcome).toMatchObject({ code: 'wrong-hash', where: part })
  })

  test('a fault of the extension itself is an outcome too', async () => {
    const { stage } = await published()
    const before = await storedData(stage.database)
    const broken = { digest: () => Promise.reject(new Error('no such algorithm')) } as never
    expect((await stage.sync({ crypto: broken })).outcome).toMatchObject({
      outcome: 'failed',
      code: 'internal',
    })
    expect(await storedData(stage.database)).toBe(before)
  })
})
