import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBucket, recordHashIn } from '../../../src/bundle/change-bucket.ts'
import { type StateEntry, stateEntry } from '../../../src/bundle/state-digest.ts'

/** The definition of docs/bundle-format.md: entries one after the other, ascending. */
function bucketOf(lines: ReadonlyMap<string, string>): Uint8Array {
  const entries = [...lines].map(([id, line]) => stateEntry(id, line).bytes)
  return Uint8Array.from(Buffer.concat(entries.sort((a, b) => Buffer.compare(a, b))))
}

const id = fc.stringMatching(/^[a-z]{1,2}$/)
const lines = fc.dictionary(id, fc.constantFrom('one', 'two', 'three'), {
  noNullPrototype: true,
  maxKeys: 40,
})

describe('a bucket', () => {
  test('after many changes at once is that of the records after them, and tells how many came and went', () => {
    fc.assert(
      fc.property(lines, lines, fc.array(id, { maxLength: 20 }), (all, given, gone) => {
        const before = new Map(Object.entries(all))
        const dels = [...new Set(gone)].filter((each) => given[each] === undefined)
        const puts = Object.entries(given).map(([each, line]): StateEntry => stateEntry(each, line))
        const after = new Map([...before, ...Object.entries(given)])
        for (const each of dels) after.delete(each)
        expect(changeBucket(bucketOf(before), { puts, dels })).toEqual({
          bucket: bucketOf(after),
          added: Object.keys(given).filter((each) => !before.has(each)).length,
          removed: dels.filter((each) => before.has(each)).length,
        })
      }),
    )
  })

  test('has the hash of the record of each id that is in it, and of no other', () => {
    fc.assert(
      fc.property(lines, id, (all, asked) => {
        const line = all[asked]
        const expected = line === undefined ? undefined : stateEntry(asked, line).bytes.slice(32)
        const hash = stateEntry(asked, '').bytes.slice(0, 32)
        expect(recordHashIn(bucketOf(new Map(Object.entries(all))), hash)).toEqual(expected)
      }),
    )
  })
})
