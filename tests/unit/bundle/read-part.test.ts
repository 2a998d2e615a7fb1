import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BundlePart } from '../../../src/bundle/manifest.ts'
import { readPart, readSlices } from '../../../src/bundle/read-part.ts'
import { lineAgain, type RecordLine } from '../../../src/bundle/read-record.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { sampleRecord } from './sample-bundle.ts'

/** Texts of one to four bytes a letter, and of escapes, in which bytes and UTF-16 units part ways. */
const TEXTS = ['plain', 'é', '中文', '𝒳', '\u0080', '"\\/', '\n\t', 'a"é\\中𝒳', '\u2028']

const record = (index: number, texts: readonly string[]): EntityRecord => ({
  ...sampleRecord(`e-${String(index).padStart(5, '0')}`, `Entity ${index}`),
  context: texts.map((text) => text || 'none'),
  descriptions: [{ text: `of ${texts.at(-1)}`, lang: 'en' }],
})

function packed(text: string, records: number): [BundlePart, Uint8Array<ArrayBuffer>] {
  const bytes = new Uint8Array(gzipSync(text))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return [
    { path: 'full-00000.jsonl.gz', length: bytes.length, sha256, raw: Buffer.byteLength(text), records },
    bytes,
  ]
}

const read = (text: string, records: number) => readPart(...packed(text, records), crypto.subtle, 'part')
/** What a line is, but for where its bytes are. */
const withoutBytes = ({ id, aliases, facts, sources, named, line }: RecordLine) => ({
  id,
  aliases,
  facts,
  sources,
  named,
  line,
})
const linesOf = (count: number, textsOf: (index: number) => readonly string[]): string[] =>
  Array.from({ length: count }, (_, index) => JSON.stringify(record(index, textsOf(index))))
const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

describe('a part, read in blocks', () => {
  test('gives every line as if it were read alone, whatever letters it and its neighbours have', async () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 5 })),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(texts, { minLength: 1, maxLength: 9 }),
        fc.nat({ max: 300 }),
        async (kinds, count) => {
          // Mostly plain ones, so that whole blocks are; some hundred kilobytes.
          const lines = linesOf(count, (index) =>
            index % 97 < 90 ? ['plain'] : (kinds[index % kinds.length] ?? []),
          )
          const given = await read(ended(lines), count)
          const alone = lines.map(lineAgain)
          expect(given.ok && given.value.map(withoutBytes)).toEqual(alone.map(withoutBytes))
          const bytesOf = given.ok
            ? given.value.map(({ bytes, start, end }) => Buffer.from(bytes.subarray(start, end)))
            : []
          expect(bytesOf.map(String)).toEqual(lines)
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  test('comes in slices of what one transaction writes', async () => {
    const sizes: number[] = []
    for await (const slice of readSlices(
      ...packed(ended(linesOf(4_000, () => ['plain'])), 4_000),
      crypto.subtle,
    ))
      sizes.push(slice.ok ? slice.value.length : -1)
    expect(sizes).toEqual([1_920, 1_920, 160])
  })

  const lines = linesOf(2_500, (index) => (index === 1_000 ? ['中'] : ['plain']))
  const without = (at: number, put: readonly string[]) => lines.toSpliced(at, 1, ...put)
  test.each([
    ['a line that is no record', ended(without(2_222, ['{}'])), 'bad-record', 'part:2223'],
    ['one beside letters of several bytes', ended(without(1_001, ['{}'])), 'bad-record', 'part:1002'],
    ['an empty line', ended(without(7, [''])), 'bad-record', 'part:8'],
    ['a line with a control character', ended(without(7, ['{"id":"\u0001"}'])), 'bad-record', 'part:8'],
    [
      'a line over two blocks that is too long',
      ended(without(7, [`{"id":"${'x'.repeat(70_000)}"}`])),
      'bad-record',
      'part:8',
    ],
    ['two records in a line', ended(without(7, [`${lines[7]}${lines[8]}`])), 'bad-record', 'part:8'],
    ['a last line without an end', ended(lines).slice(0, -1), 'bad-record', 'part:2500'],
    ['a record too few', ended(without(7, [])), 'wrong-count', 'part'],
    ['a record too many', ended([...lines, lines[0] ?? '']), 'wrong-count', 'part'],
  ])('refuses %s, and says where', async (_what, text, code, where) => {
    expect(await read(text, 2_500)).toMatchObject({ ok: false, error: { code, where } })
  })

  test('accepts a record that the gate alone can read among those that are scanned', async () => {
    const spaced = JSON.stringify(record(7, ['plain']), null, 1).replaceAll('\n', '')
    const given = await read(ended(without(7, [spaced])), 2_500)
    expect(given.ok && given.value[7]).toMatchObject({ id: 'e-00007', line: spaced })
  })

  test('refuses bytes that are no UTF-8 in the one line that has them', async () => {
    const bytes = Buffer.from(ended(lines))
    bytes[bytes.indexOf('Entity 33')] = 0xff
    const gzip = new Uint8Array(gzipSync(bytes))
    const sha256 = createHash('sha256').update(gzip).digest('hex')
    const part = { path: 'x', length: gzip.length, sha256, raw: bytes.length, records: 2_500 }
    expect(await readPart(part, gzip, crypto.subtle, 'part')).toMatchObject({
      error: { code: 'bad-record', where: 'part:34', detail: expect.stringContaining('not-utf8') },
    })
  })
})
