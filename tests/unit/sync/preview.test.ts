import { describe, expect, test } from 'vitest'
import { PACKAGED_FAMILY } from '../../../src/bundle/family.ts'
import { fingerprintOf } from '../../../src/bundle/public-key.ts'
import { type PreviewInput, previewBundle } from '../../../src/sync/preview.ts'
import { NEW, NOW, type Stage, setStage } from './test-sync.ts'

const OTHER = 'a'.repeat(64)

/** Looks at what a host offers, without anything that is installed. */
const lookAt = (address: string, change: Partial<PreviewInput> = {}) =>
  previewBundle(address, {
    fetch: (input, init) => fetch(input, init),
    crypto: crypto.subtle,
    clock: { now: () => NOW },
    signal: new AbortController().signal,
    free: async () => undefined,
    isKnown: async () => false,
    present: async () => undefined,
    ...change,
  })

async function offering(): Promise<Stage & { link: string }> {
  const stage = await setStage()
  await stage.publish(NEW, 7)
  return { ...stage, link: `${stage.host.base}#bgk=${fingerprintOf(stage.publisher.rootDigest)}` }
}

describe('looking at a bundle', () => {
  test('tells what it is, and fetches no record', async () => {
    const { link, host } = await offering()
    const preview = await lookAt(link)
    expect(preview).toMatchObject({
      ok: true,
      value: { link, generation: 7, pinnedBy: 'link', counts: { entities: NEW.length }, isKnown: false },
    })
    const asked = host.requests.map(({ path }) => path)
    expect(asked).toContain('/metadata/timestamp.json')
    expect(asked.filter((path) => path.endsWith('.gz'))).toEqual([])
  })

  test('a link without a fingerprint is told as one, and names the key that was found', async () => {
    const { host, link } = await offering()
    expect(await lookAt(host.base)).toMatchObject({ ok: true, value: { link, pinnedBy: 'first-use' } })
  })

  test.each([
    ['of nobody', undefined, true],
    ['of the package, which a reader may have followed', { family: PACKAGED_FAMILY }, true],
    ['of another publisher', { family: OTHER }, false],
  ])(
    'in the place of a bundle %s it is offered or not before it is added',
    async (_whose, present, offered) => {
      const { link } = await offering()
      const preview = await lookAt(link, { present: async () => present })
      expect(preview.ok || preview.error).toEqual(
        offered || expect.objectContaining({ kind: 'host', code: 'id-taken' }),
      )
    },
  )

  test('in the place of a bundle of the same publisher it is offered', async () => {
    const { link, publisher } = await offering()
    const preview = await lookAt(link, { present: async () => ({ family: publisher.rootDigest }) })
    expect(preview.ok).toBe(true)
  })

  test.each([
    ['no address', 'hello', { kind: 'link', code: 'not-an-address' }],
    ['a key that is another', `#bgk=${fingerprintOf(OTHER)}`, { kind: 'host', code: 'wrong-root' }],
  ])('%s is refused with its reason', async (_why, address, problem) => {
    const { host } = await offering()
    const asked = address.startsWith('#') ? host.base + address : address
    expect(await lookAt(asked)).toMatchObject({ ok: false, error: problem })
  })
})
