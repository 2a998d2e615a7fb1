import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, IndexBuilder } from '../../../src/matching/build-index.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { IndexedName } from '../../../src/matching/types.ts'
import { ALIAS_KINDS } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { generatedNames, generatedText, randomFrom } from './generated.ts'
import { indexOf, named, surfaces } from './names.ts'

const entityNamed = (bundle: string, entity: string) => ({
  bundle: bundle as BundleId,
  entity: entity as EntityId,
})

describe('names come back as they were given', () => {
  const cases: readonly [string, Partial<IndexedName>, string][] = [
    ['UN', { entity: entityNamed('a', 'un') }, 'an id whose letters are capitals in a name'],
    ['United Nations', { entity: entityNamed('a', 'united-nations') }, 'an id of the words of a name'],
    ['x', { entity: entityNamed('a', 'Q42') }, 'an id with capitals, which the contract does not allow'],
    ['x', { entity: entityNamed('b', '') }, 'an empty id'],
    ['', {}, 'an empty name'],
    ['  two  spaces ', {}, 'spaces in a row'],
    ['\ud800 lone \udc00 halves', {}, 'halves of surrogate pairs'],
    ['\u0000\u007f\uffff', {}, 'characters that mean nothing'],
  ]
  test.each(cases)('%j %j: %s', (text, rest) => {
    // Each twice: what occurs once is stored in another place than what recurs.
    const names = [named(text, rest), named('other'), named(text, rest), named(text, rest)]
    const index = indexOf(names)
    expect(names.map((_, number) => index.name(number))).toEqual(names)
  })

  test('any names at all', { timeout: 120_000 }, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('UN', 'the UN', 'U.N.', 'Un-un', 'ünïted'),
    )
    const name = fc.record({
      text,
      lang: fc.constantFrom('en', 'ru', 'zh-Hant'),
      kind: fc.constantFrom(...ALIAS_KINDS),
      caseRule: fc.constantFrom('exact' as const, 'folded' as const),
      ambiguous: fc.boolean(),
      entity: fc.record({
        bundle: fc.constantFrom('a', 'b').map((id) => id as BundleId),
        entity: fc.oneof(text, fc.constantFrom('un', 'the-un', 'un-un')).map((id) => id as EntityId),
      }),
    })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        const index = indexOf(names)
        expect(index.size).toBe(names.length)
        expect(names.map((_, number) => index.name(number))).toEqual(names)
      }),
    )
  })
})

describe('an index of several bundles', () => {
  test('gives one candidate for a name that several entities bear, the first given first', () => {
    const index = indexOf([
      named('Agreement', { entity: entityNamed('first', 'one') }),
      named('SCO', { entity: entityNamed('first', 'sco') }),
      named('AGREEMENT', { entity: entityNamed('second', 'two') }),
      named('agreement', { entity: entityNamed('second', 'three') }),
    ])
    expect(index.scan('The Agreement')).toEqual([{ start: 4, end: 13, names: [0, 2, 3] }])
    // Of the three only the one that is written small fits a small letter.
    expect(index.scan('the agreement')).toEqual([{ start: 4, end: 13, names: [3] }])
  })

  test('keeps apart many names that are the same', () => {
    const names = Array.from({ length: 2_000 }, (_, at) =>
      named('Norov', { entity: entityNamed('a', `e-${at}`) }),
    )
    const [found] = indexOf(names).scan('Norov')
    expect(found?.names).toEqual(names.map((_, number) => number))
  })
})

test('an empty index finds nothing', () => {
  const index = indexOf([])
  expect([index.size, index.scan('The SCO'), index.scanAll('')]).toEqual([0, [], []])
})

test('the same seed gives the same index, another seed another one that finds the same', () => {
  const names = ['Shanghai Cooperation Organisation', 'SCO', 'Norov', 'Secretary-General'].map((text) =>
    named(text),
  )
  const bytes = (seed?: number) => new Uint8Array(buildIndex(names, seed === undefined ? {} : { seed }))
  expect(bytes(7)).toEqual(bytes(7))
  expect(bytes()).not.toEqual(bytes())
  for (const seed of [1, 2, 3]) {
    const index = openIndex(buildIndex(names, { seed }))
    if (!index.ok) throw new Error(index.error)
    expect(surfaces(index.value, 'SCO Secretary General Norov')).toEqual([
      'SCO',
      'Secretary General',
      'Norov',
    ])
  }
})

describe('names may come as a stream', () => {
  test('of a generator', () => {
    function* stream(): Generator<IndexedName> {
      yield named('SCO')
      yield named('ITU')
    }
    expect(surfaces(indexOf(stream()), 'SCO and ITU')).toEqual(['SCO', 'ITU'])
  })

  test('that arrives in parts, and gives what all at once give', async () => {
    const names = generatedNames(randomFrom(31), 2_000)
    const parts = new ReadableStream<readonly IndexedName[]>({
      start(controller) {
        for (let from = 0; from < names.length; from += 300) controller.enqueue(names.slice(from, from + 300))
        controller.close()
      },
    })
    const builder = new IndexBuilder({ seed: 9 })
    for await (const part of parts) for (const name of part) builder.add(name)
    expect(new Uint8Array(builder.finish())).toEqual(new Uint8Array(buildIndex(names, { seed: 9 })))
  })

  test('in a worker, whose buffer is handed over without a copy', { timeout: 120_000 }, async () => {
    const names = generatedNames(randomFrom(32), 2_000)
    const worker = new Worker(new URL('./build-in-worker.ts', import.meta.url), { workerData: names })
    const [buffer] = (await once(worker, 'message')) as [ArrayBuffer]
    await worker.terminate()
    const opened = openIndex(buffer)
    if (!opened.ok) throw new Error(opened.error)
    const text = generatedText(randomFrom(33), names)
    expect(opened.value.scanAll(text)).toEqual(indexOf(names).scanAll(text))
    expect(names.map((_, number) => opened.value.name(number))).toEqual(names)
  })
})

test('a kind that does not exist is refused', () => {
  expect(() => buildIndex([named('x', { kind: 'nickname' as IndexedName['kind'] })])).toThrow(RangeError)
})
