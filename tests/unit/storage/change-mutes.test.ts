import { expect, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { type Mute, withMute, withoutMute } from '../../../src/model/mute.ts'
import { changeMutes } from '../../../src/storage/change-mutes.ts'

const muteOf = (entity: string): Mute => ({
  entity: { bundle: 'sample' as BundleId, entity: entity as EntityId },
  scope: { reach: 'everywhere' },
  mutedAt: '2026-01-01T00:00:00.000Z',
})

/** Reads and writes in steps of their own, as the browser's storage does. */
function slowStore(mutes: readonly Mute[]) {
  let kept = mutes
  const aStep = () => new Promise((resolve) => setImmediate(resolve))
  return {
    getValue: async () => {
      const read = kept
      await aStep()
      return read
    },
    setValue: async (written: readonly Mute[]) => {
      await aStep()
      kept = written
    },
  }
}

test('of mutes said and taken back at once by several contexts none is lost', async () => {
  const store = slowStore(['old-1', 'old-2'].map(muteOf))
  await Promise.all([
    ...Array.from({ length: 20 }, (_, index) =>
      changeMutes(store, (mutes) => withMute(mutes, muteOf(`new-${index}`))),
    ),
    changeMutes(store, (mutes) => withoutMute(mutes, muteOf('old-1').entity, { reach: 'everywhere' })),
  ])
  const kept = (await store.getValue()).map(({ entity }) => entity.entity)
  expect(kept).toHaveLength(21)
  expect(kept).toContain('old-2')
  expect(kept).not.toContain('old-1')
})
