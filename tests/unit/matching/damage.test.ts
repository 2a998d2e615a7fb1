import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../../src/matching/build-index.ts'
import { checksumOf, HEADER, HEADER_BYTES } from '../../../src/matching/index-format.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import { generatedNames, generatedText, type Random, randomFrom } from './generated.ts'
import { named } from './names.ts'

const whole = buildIndex(generatedNames(randomFrom(3), 1_000), { seed: 3 })

describe('a buffer that is no index is refused', () => {
  const cases: readonly [string, ArrayBuffer, string][] = [
    ['nothing', new ArrayBuffer(0), 'foreign'],
    ['three bytes', new ArrayBuffer(3), 'foreign'],
    ['zeros', new ArrayBuffer(4096), 'foreign'],
    ['a page', new TextEncoder().encode('<!doctype html>'.repeat(20)).buffer, 'foreign'],
    ['another version', edited(whole, (words) => (words[HEADER.version] = 99)), 'version'],
    ['a header alone', whole.slice(0, HEADER_BYTES), 'truncated'],
    ['half a header', whole.slice(0, 20), 'truncated'],
    ['all but the end', whole.slice(0, whole.byteLength - 4), 'truncated'],
    ['more than all', grown(whole, 8), 'corrupt'],
    [
      'a changed number',
      edited(whole, (words) => (words[words.length >>> 1] = ~(words[words.length >>> 1] ?? 0))),
      'corrupt',
    ],
  ]
  test.each(cases)('%s', (_, buffer, code) => {
    expect(openIndex(buffer)).toEqual({ ok: false, error: code })
  })

  test('at any length but its own', () => {
    for (let length = 0; length < whole.byteLength; length += 37)
      expect(openIndex(whole.slice(0, length)).ok).toBe(false)
  })

  test('with any single bit turned over', () => {
    const random = randomFrom(5)
    for (let count = 0; count < 1_000; count++) {
      const buffer = whole.slice(0)
      const bytes = new Uint8Array(buffer)
      const at = random(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
      expect(openIndex(buffer).ok).toBe(false)
    }
  })
})

test('damage that a checksum cannot tell ends in no error, no endless loop, no place beyond the text', {
  timeout: 120_000,
}, () => {
  const random = randomFrom(11)
  const names = generatedNames(randomFrom(3), 1_000)
  let opened = 0
  for (let count = 0; count < 1_500; count++) {
    const index = openIndex(tampered(random))
    if (!index.ok) continue
    opened++
    const text = generatedText(random, names)
    for (const { start, end, names: numbers } of [...index.value.scan(text), ...index.value.scanAll(text)]) {
      expect(start >= 0 && start < end && end <= text.length).toBe(true)
      expect(numbers.every((number) => number < index.value.size)).toBe(true)
    }
    for (let number = 0; number < Math.min(index.value.size, 20); number++)
      readName(index.value.name.bind(index.value), number)
  }
  expect(opened).toBeGreaterThan(500)
})

test('a name that is none is refused', () => {
  const index = openIndex(buildIndex([named('one')]))
  if (!index.ok) throw new Error(index.error)
  for (const number of [-1, 1, 0.5, Number.NaN, 2 ** 31])
    expect(() => index.value.name(number)).toThrow(RangeError)
})

/** Damage told by a RangeError is told well enough. */
function readName(name: (number: number) => unknown, number: number): void {
  try {
    name(number)
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
  }
}

/** The index with some words or bytes changed, and a checksum that fits. */
function tampered(random: Random): ArrayBuffer {
  return edited(whole, (words) => {
    for (let changes = 1 + random(4); changes > 0; changes--) {
      const at = HEADER.checksum + 1 + random(words.length - HEADER.checksum - 1)
      const value = [0, -1, random(2 ** 31), (words[at] ?? 0) ^ (1 << random(32))][random(4)] ?? 0
      // The header is small and would hardly ever be hit otherwise.
      words[random(30) === 0 ? HEADER.seed + random(30) : at] = value
    }
    words[HEADER.checksum] = checksumOf(words)
  })
}

function edited(buffer: ArrayBuffer, edit: (words: Int32Array) => void): ArrayBuffer {
  const copy = buffer.slice(0)
  edit(new Int32Array(copy))
  return copy
}

function grown(buffer: ArrayBuffer, more: number): ArrayBuffer {
  const copy = new ArrayBuffer(buffer.byteLength + more)
  new Uint8Array(copy).set(new Uint8Array(buffer))
  return copy
}
