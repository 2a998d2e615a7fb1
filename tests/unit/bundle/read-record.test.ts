import { describe, expect, test } from 'vitest'
import { readRecord } from '../../../src/bundle/read-record.ts'
import { recordOf } from '../../../src/bundle/record-of.ts'
import { outlineOf } from '../../../src/bundle/record-outline.ts'
import { REFUSED, sample } from './record-cases.ts'

const read = (value: unknown) => readRecord(new TextEncoder().encode(JSON.stringify(value)))
const [statement] = sample.statements
const [source] = sample.sources
const [alias] = sample.aliases

describe('record gate', () => {
  test('accepts a record that uses every field, and keeps its line', () => {
    const line = JSON.stringify(sample)
    const bytes = new TextEncoder().encode(line)
    const whole = { line, bytes, start: 0, end: bytes.length }
    expect(readRecord(bytes)).toEqual({ ok: true, value: { ...whole, ...outlineOf(sample) } })
  })

  test('keeps fields that it does not know, at every level', () => {
    const later = {
      ...sample,
      motto: 'Shanghai spirit',
      aliases: [{ ...alias, script: 'Latn', rules: { ...alias?.rules, hyphen: 'any' } }],
      statements: [{ ...statement, rank: 3 }],
      sources: [{ ...source, archived: 'https://example.org/a' }],
      events: [],
      relations: [],
    }
    const kept = read(later)
    expect(kept.ok && recordOf(kept.value.line)).toEqual(later)
    expect(kept.ok && kept.value).toMatchObject(outlineOf(later as never))
  })

  test.each(REFUSED)('refuses %s', (_why, change, path) => {
    expect(read({ ...sample, ...change })).toMatchObject({ ok: false, error: { path } })
  })

  test('accepts an id, a text and an address of the greatest length', () => {
    const longest = {
      ...sample,
      id: 'a'.repeat(128),
      statements: [{ ...statement, value: 'x'.repeat(2_000) }],
      sources: [{ ...source, url: `https://example.org/${'x'.repeat(2_028)}` }],
    }
    expect(read(longest).ok).toBe(true)
  })

  test('refuses a record of more than 64 KiB, counted in bytes', () => {
    const big = { ...sample, note: 'ж'.repeat(32 * 1024) }
    expect(read(big)).toMatchObject({ ok: false, error: { code: 'too-long' } })
  })

  test.each([
    ['an array', '[]'],
    ['a text', '"sco"'],
    ['nothing', 'null'],
  ])('refuses %s in the place of a record', (_what, line) => {
    expect(readRecord(new TextEncoder().encode(line)).ok).toBe(false)
  })

  test('refuses a name as a key that reaches into prototypes', () => {
    const line = JSON.stringify(sample).replace('"kind"', '"__proto__":{},"kind"')
    expect(readRecord(new TextEncoder().encode(line))).toMatchObject({ error: { code: 'forbidden-key' } })
  })
})
