import { describe, expect, test } from 'vitest'
import { partFile } from '../../../src/bundle/manifest.ts'
import { envelopeBytes } from '../../../src/cli/bundle/pack-bundle.ts'
import { samplePacked } from '../bundle/sample-bundle.ts'
import { dump } from '../storage/test-database.ts'
import { HOST_ATTACKS } from './host-attacks.ts'
import { flipped, MANIFEST, type Published } from './published.ts'
import { PUBLISHER_ATTACKS } from './publisher-attacks.ts'
import type { Answer } from './test-host.ts'
import { NEW, OLD, setStage } from './test-sync.ts'

/** Generation 2 is installed, generation 3 is published. */
async function published(): Promise<Published> {
  const stage = await setStage()
  await stage.publish(OLD, 2)
  await stage.sync()
  const { manifest, files } = await samplePacked(NEW, 3, stage.key)
  await stage.publish(NEW, 3)
  const [part] = manifest.full
  if (!part) throw new Error('the sample has no part')
  const put = (file: string, answer: Answer) => void stage.host.files.set(file, answer)
  return {
    stage,
    manifest,
    manifestBytes: files.get(MANIFEST) ?? new Uint8Array(),
    part: partFile(part),
    partBytes: files.get(partFile(part)) ?? new Uint8Array(),
    put,
    sign: async (change) => put(MANIFEST, await envelopeBytes({ ...manifest, ...change }, stage.key)),
  }
}

describe('what is refused changes nothing', () => {
  test.each([...HOST_ATTACKS, ...PUBLISHER_ATTACKS])('%s', async (_what, tamper, code) => {
    const scene = await published()
    const { stage } = scene
    const before = await dump(stage.database)
    await tamper(scene)
    // Short where the time is the point, long elsewhere: a busy machine is no attack.
    const { outcome, events } = await stage.sync(
      code === 'too-slow' ? { timeouts: { idle: 150, total: 300 } } : {},
    )
    expect(outcome).toMatchObject({ outcome: 'failed', code })
    expect(events.some((event) => event.type === 'ended' && event.outcome.outcome === 'updated')).toBe(false)
    expect(await dump(stage.database)).toBe(before)
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
    const before = await dump(stage.database)
    const broken = { digest: () => Promise.reject(new Error('no such algorithm')) } as never
    expect((await stage.sync({ crypto: broken })).outcome).toMatchObject({
      outcome: 'failed',
      code: 'internal',
    })
    expect(await dump(stage.database)).toBe(before)
  })
})
