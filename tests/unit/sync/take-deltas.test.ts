import { expect, test } from 'vitest'
import { partTarget } from '../../../src/bundle/manifest.ts'
import { fail, ok } from '../../../src/model/result.ts'
import { readChain } from '../../../src/sync/take-deltas.ts'
import { kept, line, state } from '../bundle/delta-property.ts'
import { packDelta } from '../bundle/packed-generation.ts'

const FIRST = state(1, { itu: line('itu'), un: line('un'), who: line('who'), wto: line('wto') })
const SECOND = state(2, {
  itu: line('itu', 'ITU'),
  nato: line('nato'),
  un: line('un', 'UN'),
  wto: line('wto'),
})
const THIRD = state(3, { icc: line('icc'), itu: line('itu'), un: line('un', 'U.N.'), wto: line('wto') })

async function chainOf(...deltas: readonly ReturnType<typeof packDelta>[]) {
  const parts = deltas.flatMap(({ files }) => files)
  const bytes = new Map(parts.map((file) => [partTarget(file.part), file.bytes]))
  const read = await readChain(
    {
      files: async (file) => {
        const found = bytes.get(file)
        return found ? ok(found) : fail({ code: 'not-found', where: file, detail: '' })
      },
      crypto: crypto.subtle,
      state: kept(FIRST),
    },
    deltas.map(({ delta }) => delta),
  )
  if (!read.ok) throw new Error(read.error.detail)
  return read.value
}

test('a chain comes to what its last generation has and the first has not, each id once', async () => {
  const { changes } = await chainOf(packDelta(FIRST, SECOND), packDelta(SECOND, THIRD))
  // What was changed and changed back, and what came and went, is no change: "itu", "nato".
  expect(changes).toEqual([
    { id: 'icc', line: line('icc'), what: 'added' },
    { id: 'un', line: line('un', 'U.N.'), what: 'changed' },
    { id: 'who', line: '', what: 'removed' },
  ])
})

test('its state is that of the last generation, and all buckets that are not as they were are told', async () => {
  const { state: after } = await chainOf(packDelta(FIRST, SECOND), packDelta(SECOND, THIRD))
  const [before, expected] = [kept(FIRST), kept(THIRD)]
  expect([after.root, after.hashes]).toEqual([THIRD.root, expected.hashes])
  const all = Array.from({ length: 4_096 }, (_, index) => index)
  const [then, now] = [await before.buckets(all), await expected.buckets(all)]
  expect(await after.buckets(all)).toEqual(now)
  for (const index of all) if (!after.touched.has(index)) expect(now[index]).toEqual(then[index])
})
