import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import type { Mention, Recognition } from '../../../src/model/mention.ts'
import { mentionsOf, packRecognition } from '../../../src/model/packed-recognition.ts'

const TEXT = 'the ITU of the United Nations, the ITU and its Code'

const ref = fc
  .constantFrom('itu', 'un', 'code')
  .map((id): EntityRef => ({ bundle: 'test' as BundleId, entity: id as EntityId }))
const sense = fc.oneof(
  ref.map((entity) => ({ entity, name: entity.entity, type: 'organization' as const, via: 'name' as const })),
  fc.array(ref, { minLength: 2, maxLength: 3 }).map((candidates) => ({
    entity: null,
    candidates,
    name: 'either',
    type: 'document' as const,
    via: 'acronym' as const,
  })),
  ref.map((entity) => ({
    entity,
    name: 'own',
    type: 'person' as const,
    via: 'name' as const,
    own: true as const,
  })),
)
const mention = fc
  .tuple(sense, fc.nat(TEXT.length), fc.nat(12), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([said, start, length, score]): Mention => {
    const end = Math.min(TEXT.length, start + length)
    return { ...said, start, end, surface: TEXT.slice(start, end), score }
  })
const recognition = fc.array(fc.array(mention, { maxLength: 6 }), { maxLength: 5 }).map(
  (blocks): Recognition => ({
    blocks: blocks.map((mentions) => ({ mentions, hints: [] })),
    established: [],
  }),
)

describe('what is sent to a page', () => {
  test('tells every mention again, save its score', () => {
    fc.assert(
      fc.property(recognition, (recognised) => {
        const packed = JSON.parse(JSON.stringify(packRecognition(recognised)))
        recognised.blocks.forEach(({ mentions }, at) => {
          const expected = mentions.map(({ score: _score, ...sent }) => sent)
          expect(mentionsOf(packed, at, TEXT)).toEqual(expected)
        })
      }),
    )
  })

  test('says once what many mentions say, however strong their evidence is', () => {
    const entity = { bundle: 'test' as BundleId, entity: 'itu' as EntityId }
    const mentions = [0.4, 0.9].map(
      (score, at): Mention => ({
        start: at * 4,
        end: at * 4 + 3,
        surface: 'ITU',
        entity,
        name: 'ITU',
        type: 'organization',
        via: 'acronym',
        score,
      }),
    )
    const packed = packRecognition({ blocks: [{ mentions, hints: [] }], established: [] })
    expect(packed.senses).toHaveLength(1)
    expect(packed.blocks).toEqual([{ spans: [0, 3, 0, 4, 7, 0] }])
  })

  test('keeps the hints of a block without a mention', () => {
    const hint = {
      start: 0,
      end: 3,
      entity: { bundle: 'test' as BundleId, entity: 'itu' as EntityId },
      textSays: '1865',
      bundleSays: '1866',
      source: 'treaty',
    }
    const blocks = [
      { mentions: [], hints: [hint] },
      { mentions: [], hints: [] },
    ]
    expect(packRecognition({ blocks, established: [] }).blocks).toEqual([{ spans: [], hints: [hint] }, null])
  })
})
