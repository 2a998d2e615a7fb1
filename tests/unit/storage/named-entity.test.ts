import { describe, expect, test } from 'vitest'
import type { BundleId } from '../../../src/model/ids.ts'
import { namedEntity } from '../../../src/storage/named-entity.ts'
import { generatedRecord } from '../../bench/sync/generated-records.ts'
import { sample } from '../bundle/record-cases.ts'

const bundle = 'b' as BundleId
const ref = { bundle, entity: sample.id }
const { kind, names, aliases } = sample
const known = sample.statements.length + sample.relations.length + sample.events.length

describe('the names in a line', () => {
  test('are those of the record, with the number of what is known', () => {
    expect(namedEntity(bundle, JSON.stringify(sample))).toEqual({
      ref,
      record: { kind, names, aliases },
      known,
    })
    expect(namedEntity(bundle, JSON.stringify(generatedRecord(7, 1)))).toMatchObject({ known: 3 })
  })

  test.each([
    ['in another order', JSON.stringify(Object.fromEntries(Object.entries(sample).reverse()))],
    ['with spaces', JSON.stringify(sample, null, 1)],
    [
      'with a field of a later version before them',
      JSON.stringify({ later: { descriptions: [1] }, ...sample }),
    ],
    [
      'with such a field that holds names',
      JSON.stringify({ x: { names: [], a: 1, descriptions: 2 }, ...sample }),
    ],
  ])('are found %s too', (_how, line) => {
    expect(namedEntity(bundle, line)).toMatchObject({ record: { kind, names, aliases }, known })
  })

  test('are not mistaken where a text looks like what stands behind them', () => {
    const odd = { ...sample, names: [{ text: 'A ,"descriptions": {"property":', lang: 'en' }] }
    expect(namedEntity(bundle, JSON.stringify(odd))).toMatchObject({ record: { names: odd.names }, known })
  })
})
