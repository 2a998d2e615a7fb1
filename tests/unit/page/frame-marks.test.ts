import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import type { PageMarks } from '../../../src/model/page-marks.ts'
import { createFrameList } from '../../../src/page/frame-marks.ts'

const refOf = (id: string) => ({ bundle: 'test' as BundleId, entity: id as EntityId })
const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([id, count]) => ({
    entity: refOf(id),
    name: id,
    kind: 'organization' as const,
    count,
  }))
const OWN: PageMarks = { state: 'marked', date: '2020-02-27', entities: counted({ un: 2, itu: 1 }) }

describe('the marks of a tab', () => {
  test('are the top frame’s and those of its frames, each entity once', () => {
    const frames = createFrameList()
    frames.set(7, { mentions: 3, entities: counted({ un: 1, sco: 2 }) })
    expect(frames.withFrames(OWN)).toEqual({ ...OWN, entities: counted({ un: 3, itu: 1, sco: 2 }) })
    expect(frames.mentions()).toBe(3)
  })

  test('forget a frame that has none any more', () => {
    const frames = createFrameList()
    frames.set(7, { mentions: 1, entities: counted({ sco: 1 }) })
    frames.set(7, { mentions: 0, entities: [] })
    expect(frames.withFrames(OWN)).toBe(OWN)
  })

  test('are gone through from the top frame into the others, and round again', () => {
    const frames = createFrameList()
    frames.set(7, { mentions: 1, entities: counted({ un: 1 }) })
    frames.set(9, { mentions: 2, entities: counted({ un: 2 }) })
    const places = [0, 1, 2, 3, 4, 5].map((index) => frames.placeOf(OWN, refOf('un'), index))
    const elsewhere = [
      { frameId: 7, index: 0 },
      { frameId: 9, index: 0 },
      { frameId: 9, index: 1 },
    ]
    expect(places).toEqual([null, null, ...elsewhere, null])
    expect(frames.placeOf(OWN, refOf('nobody'), 3)).toBeNull()
  })
})
