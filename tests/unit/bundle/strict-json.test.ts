import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonErrorCode, parseStrictJson } from '../../../src/bundle/strict-json.ts'

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text))

const REFUSED: readonly [why: string, text: string, code: JsonErrorCode][] = [
  ['two readers may keep different ones', '{"a":1,"a":2}', 'duplicate-key'],
  ['the same key written with an escape', '{"a":1,"\\u0061":2}', 'duplicate-key'],
  ['a duplicate deep inside', '{"x":[{"b":1,"b":1}]}', 'duplicate-key'],
  ['reaches into prototypes', '{"__proto__":{"admin":true}}', 'forbidden-key'],
  ['the same with an escape', '{"\\u005f_proto__":1}', 'forbidden-key'],
  ['the constructor', '{"constructor":1}', 'forbidden-key'],
  ['the prototype', '{"a":{"prototype":1}}', 'forbidden-key'],
  ['signs alike with U+FFFD', '"\\ud800"', 'lone-surrogate'],
  ['a low half alone', '"a\\udc00b"', 'lone-surrogate'],
  ['a lone half in a key', '{"\\udfff":1}', 'lone-surrogate'],
  ['collides with its neighbour', '9007199254740993', 'not-integer'],
  ['a fraction', '[1.5]', 'not-integer'],
  ['a fraction that is whole', '1.0', 'not-integer'],
  ['an exponent', '1e2', 'not-integer'],
  ['minus zero', '-0', 'not-integer'],
  ['a leading zero', '01', 'trailing'],
  ['a plus sign', '+1', 'malformed'],
  ['trailing bytes', '{} {}', 'trailing'],
  ['a trailing NUL', '{}\u0000', 'trailing'],
  ['a byte order mark', '\ufeff{}', 'byte-order-mark'],
  ['an open object', '{"a":1', 'malformed'],
  ['a comma too many', '[1,]', 'malformed'],
  ['a comma too many in an object', '{"a":1,}', 'malformed'],
  ['a missing colon', '{"a" 1}', 'malformed'],
  ['a key without quotes', '{a:1}', 'malformed'],
  ['single quotes', "'a'", 'malformed'],
  ['a comment', '/* */1', 'malformed'],
  ['not a number', 'NaN', 'malformed'],
  ['a raw line end in text', '"a\nb"', 'malformed'],
  ['an open text', '"abc', 'malformed'],
  ['an escaped end', '"abc\\"', 'malformed'],
  ['an unknown escape', '"\\x41"', 'malformed'],
  ['a short escape', '"\\u12"', 'malformed'],
  ['nothing', '', 'malformed'],
  ['a web page', '<!doctype html><title>Not found</title>', 'malformed'],
  ['nesting that would overflow a stack', '['.repeat(200_000), 'too-deep'],
  ['one level too deep', `${'['.repeat(17)}1${']'.repeat(17)}`, 'too-deep'],
]

describe('strict JSON', () => {
  test.each(REFUSED)('refuses %s', (_why, text, code) => {
    expect(parse(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('refuses bytes that are no UTF-8', () => {
    expect(parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ error: { code: 'not-utf8' } })
    // A surrogate half encoded as if it were a character (CESU-8).
    expect(parseStrictJson(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toMatchObject({
      error: { code: 'not-utf8' },
    })
  })

  test('tells where', () => {
    expect(parse('{"a":1, "a":2}')).toEqual({ ok: false, error: { code: 'duplicate-key', offset: 8 } })
  })

  test('objects have no prototype, so that a missing field is missing', () => {
    const read = parse('{"a":{}}')
    expect(read.ok && Object.getPrototypeOf(read.value)).toBeNull()
  })

  test('reads sixteen levels', () => {
    expect(parse(`${'['.repeat(16)}1${']'.repeat(16)}`).ok).toBe(true)
  })

  const KEY = fc
    .string({ unit: 'grapheme' })
    .filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key))
  const { value: json } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger().map((number) => number + 0 || 0),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(KEY, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }))

  test('reads what JSON.stringify writes as JSON.parse does', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test('never accepts what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      'a',
      ':',
      ',',
      '1',
      '-',
      '.',
      'e',
      '\\',
      'u',
      'true',
      'null',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
        (text) => {
          const read = parse(text)
          if (read.ok) expect(read.value).toEqual(JSON.parse(text))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
