import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBucket } from '../../../src/bundle/change-bucket.ts'
import { StateBuilder } from '../../../src/bundle/state-builder.ts'
import {
  bucketHolds,
  bucketOf,
  hashBuckets,
  setBucketHash,
  stateEntry,
  stateRoot,
} from '../../../src/bundle/state-digest.ts'

const sha256 = (...pieces: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

/** The definition of docs/bundle-format.md, word for word and slowly. */
function rootByDefinition(records: ReadonlyMap<string, string>): string {
  const buckets = Array.from({ length: 4096 }, (): Buffer[] => [])
  for (const [id, line] of records) {
    const idHash = sha256(id)
    buckets[Number.parseInt(idHash.toString('hex').slice(0, 3), 16)]?.push(
      Buffer.concat([idHash, sha256(line)]),
    )
  }
  return sha256(
    ...buckets.map((entries) => sha256(...entries.sort((a, b) => Buffer.compare(a, b)))),
  ).toString('hex')
}

function built(records: Iterable<readonly [string, string]>): StateBuilder {
  const builder = new StateBuilder()
  for (const [id, line] of records) builder.add(id, Buffer.from(line))
  return builder
}

const records = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string({ minLength: 1, maxLength: 3 }), {
  noNullPrototype: true,
})

describe('the state digest', () => {
  test('is what the format says, in whatever order the records come', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (all, order) => {
        const entries = Object.entries(all)
        const shuffled = entries
          .map((entry) => [order.next().value ?? 0, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry)
        expect(stateRoot(hashBuckets(built(shuffled).buckets()))).toBe(rootByDefinition(new Map(entries)))
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test('has entries in order that agree in all that they are put in order by first', () => {
    const builder = new StateBuilder(2)
    for (const line of ['c', 'a', 'd', 'b', 'e']) builder.add('un', Buffer.from(line))
    for (let other = 0; other < 2_000; other += 1) builder.add(`e-${other}`, Buffer.from('other'))
    const bucket = [...builder.buckets()][bucketOf('un')] ?? new Uint8Array()
    const entries = Array.from({ length: bucket.length / 64 }, (_, index) =>
      Buffer.from(bucket.subarray(64 * index, 64 * (index + 1))).toString('hex'),
    )
    expect(entries.length).toBeGreaterThanOrEqual(5)
    expect(entries).toEqual(entries.toSorted())
  })

  test('carried over a change it is the digest of the records after it', () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        const buckets: Uint8Array[] = [...built(Object.entries(before)).buckets()]
        const hashes = hashBuckets(buckets)
        const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
        for (const id of ids) {
          const line = after[id]
          const index = bucketOf(id)
          const change =
            line === undefined ? { puts: [], dels: [id] } : { puts: [stateEntry(id, line)], dels: [] }
          const changed = changeBucket(buckets[index] ?? new Uint8Array(), change)
          expect([changed.added, changed.removed]).toEqual([
            Number(line !== undefined && before[id] === undefined),
            Number(line === undefined),
          ])
          buckets[index] = changed.bucket
          setBucketHash(hashes, index, changed.bucket)
        }
        expect(stateRoot(hashes)).toBe(rootByDefinition(new Map(Object.entries(after))))
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test('any other record, line or id gives another digest', () => {
    const roots = [
      [],
      [['un', 'a']],
      [['un', 'b']],
      [['itu', 'a']],
      [
        ['un', 'a'],
        ['itu', 'a'],
      ],
    ].map((all) => stateRoot(hashBuckets(built(all as [string, string][]).buckets())))
    expect(new Set(roots).size).toBe(roots.length)
  })

  test('knows which records it holds', () => {
    const builder = built([
      ['un', 'a'],
      ['itu', 'b'],
    ])
    const bucket = [...builder.buckets()][bucketOf('itu')] ?? new Uint8Array()
    expect([builder.count, bucketHolds(bucket, stateEntry('itu', 'b'))]).toEqual([2, true])
    expect([stateEntry('itu', 'c'), stateEntry('who', 'b')].map((each) => bucketHolds(bucket, each))).toEqual(
      [false, false],
    )
  })
})
