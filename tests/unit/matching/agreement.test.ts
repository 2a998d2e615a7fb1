import { expect, test } from 'vitest'
import type { Candidate, NameIndex } from '../../../src/matching/types.ts'
import { generatedNames, generatedText, randomFrom } from './generated.ts'
import { indexOf } from './names.ts'
import { Oracle } from './oracle.ts'

// More than ten thousand texts in all; each is scanned in two ways or three.
const CASES: readonly [string, number, number][] = [
  ['a thousand names', 1_000, 8_000],
  ['twenty thousand names', 20_000, 2_500],
]

test.each(CASES)('the engine finds what the oracle finds: %s', { timeout: 600_000 }, (_, size, texts) => {
  const random = randomFrom(size)
  const names = generatedNames(random, size)
  const index = indexOf(names)
  const oracle = new Oracle(names)
  let candidates = 0
  for (let count = 0; count < texts; count++) {
    const text = generatedText(random, names)
    const expected = oracle.scanAll(text)
    candidates += expected.length
    expectSame(index.scanAll(text), expected, text)
    expectSame(index.scan(text), oracle.longest(expected), text)
    // Slices differ from a whole scan only in that they pause.
    if (count % 10 === 0) expectSame([...index.scanSlices(text, 64)].flat(), oracle.longest(expected), text)
  }
  // Texts without candidates would show little.
  expect(candidates).toBeGreaterThan(texts)
})

test('names come back as they were given', () => {
  const names = generatedNames(randomFrom(7), 3_000)
  const index: NameIndex = indexOf(names)
  expect(names.map((_, number) => index.name(number))).toEqual(names)
})

/** One look at both as text: a comparison of objects for each of thousands of texts would take minutes. */
function expectSame(actual: readonly Candidate[], expected: readonly Candidate[], text: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    expect({ text, found: actual }).toEqual({ text, found: expected })
}
