import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkText } from '../../../src/bundle/read-record.ts'
import { outlineOf } from '../../../src/bundle/record-outline.ts'
import { scanRecord } from '../../../src/bundle/scan-record.ts'
import { addressProblem } from '../../../src/bundle/web-address.ts'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { generatedRecord } from '../../bench/sync/generated-records.ts'
import { REFUSED, sample } from './record-cases.ts'

const PACKAGED = join(import.meta.dirname, '../../../assets/bundles/international-affairs')

/** The gate's own opinion of a line, without the scan in front of it. */
function gateOutline(line: string) {
  const record = checkText(line)
  return record.ok ? outlineOf(record.value) : undefined
}

/** What the scan accepts the gate accepts, and reads in it what the gate reads. */
function expectSound(line: string): boolean {
  const scanned = scanRecord(line)
  if (scanned) expect(scanned).toEqual(gateOutline(line))
  return scanned !== undefined
}

/** Pieces that readers of JSON disagree about, and values at the bounds of the schema. */
const PIECES = [
  '"',
  '\\',
  '\\"',
  '\\u0041',
  '\\ud800',
  '\\ud83d\\ude00',
  '\\q',
  '\\',
  '\u0000',
  '\t',
  '\n',
  ' ',
  '\ufeff',
  '{',
  '}',
  '[',
  ']',
  '{}',
  '[]',
  ',',
  ':',
  'null',
  'true',
  '1',
  '-0',
  '1e2',
  '1.5',
  '9007199254740993',
  '__proto__',
  '"__proto__":{},',
  '"constructor":1,',
  '"id":"twice",',
  '"names":[],',
  '"value":"v",',
  '"entity":"un",',
  '"end":"1999",',
  '"start":"2002-02-30",',
  '"source":"other",',
  '"acting":true,',

  '"unknown":[1,{"deep":null}],',
  '2001-13',
  '2001/..',
  '201X',
  'é',
  '中',
  'x'.repeat(201),
  'x'.repeat(2_001),
  'https://xn--a.org/',
  'https://a:b@example.org/',
  'javascript:1',
  'A',
  '-',
  '--',
  'en',
  'EN',
  'en-',
] as const

/** A line with pieces put in, taken out or in the place of others. */
const spoilt = (line: string, edits: readonly [at: number, removed: number, piece: string][]): string =>
  edits.reduce((text, [at, removed, piece]) => {
    const place = at % (text.length + 1)
    return text.slice(0, place) + piece + text.slice(place + removed)
  }, line)

const generated = Array.from({ length: 20 }, (_, index) => generatedRecord(index, index % 2))
const lines = [sample].concat(generated).map((record) => JSON.stringify(record))

const edits = fc.array(
  fc.tuple(
    fc.nat(),
    fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 80 }) }),
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: 'binary' }), fc.constant('')),
  ),
  { minLength: 1, maxLength: 3 },
)

describe('the scan in front of the gate', () => {
  test('reads every packaged and every generated record, as the gate does', async () => {
    const compiled = await compileSources(PACKAGED)
    const packaged = compiled.ok ? compiled.value.records.map((record) => JSON.stringify(record)) : []
    expect(packaged.length).toBeGreaterThan(1_000)
    expect([...packaged, ...lines].filter((line) => !expectSound(line))).toEqual([])
  })

  test.each(REFUSED)('leaves %s to the gate', (_why, change) => {
    expect(scanRecord(JSON.stringify({ ...sample, ...change }))).toBeUndefined()
  })

  test('accepts fields in another order, and nothing but spaces less', () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(sample).reverse()))
    expect(expectSound(turned)).toBe(true)
    expect(scanRecord(JSON.stringify(sample, null, 1))).toBeUndefined()
  })

  test('accepts nothing that the gate refuses, however a line is spoilt', () => {
    const counted = { accepted: 0, left: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...lines), edits, (line, changes) => {
        if (expectSound(spoilt(line, changes))) counted.accepted += 1
        else counted.left += 1
      }),
      { numRuns: 20_000 },
    )
    // Both happen often, or the property says nothing.
    expect(Math.min(counted.accepted, counted.left)).toBeGreaterThan(1_000)
  }, 120_000)

  test('accepts no value at a place of its own that the gate refuses there', () => {
    const places = ['id', 'property', 'value', 'start', 'end', 'url', 'lang', 'text', 'title', 'date', 'kind']
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.constantFrom(...places),
        fc.nat(),
        fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 }), fc.webUrl()),
        (line, field, which, value) => {
          const opening = `"${field}":"`
          const found = [...line.matchAll(new RegExp(opening, 'g'))]
          const at = found[which % Math.max(1, found.length)]?.index
          if (at === undefined) return
          const start = at + opening.length
          expectSound(
            line.slice(0, start) + JSON.stringify(value).slice(1, -1) + line.slice(line.indexOf('"', start)),
          )
        },
      ),
      { numRuns: 20_000 },
    )
  }, 120_000)
})

describe('an address that is plain at a glance', () => {
  test('is one to the parser of addresses too', () => {
    const label = fc.stringMatching(/^[a-z0-9-]{1,6}$/)
    const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'))
    const path = fc.stringMatching(/^(?:\/[\w./?=&%~+,;:@!()#\\ -]{0,12})?$/)
    fc.assert(
      fc.property(fc.constantFrom('http', 'https', 'ftp'), host, label, path, (scheme, front, last, rest) => {
        const text = `${scheme}://${front}.${last}${rest}`
        const url = URL.canParse(text) ? new URL(text) : undefined
        const isPlain = url?.username === '' && url.password === '' && /^https?:$/.test(url.protocol)
        expect([text, addressProblem(text) === undefined]).toEqual([text, isPlain])
      }),
      { numRuns: 20_000 },
    )
  }, 60_000)
})
