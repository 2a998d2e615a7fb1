import { describe, expect, test } from 'vitest'
import { annotateLines } from '../../../src/cli/annotate/annotate-lines.ts'
import { readLines } from '../../../src/cli/annotate/read-lines.ts'
import { readRequest } from '../../../src/cli/annotate/read-request.ts'
import { knowledge } from '../linking/read.ts'

async function* bytes(...chunks: readonly (string | readonly number[])[]): AsyncGenerator<Uint8Array, void> {
  for (const chunk of chunks)
    yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : Uint8Array.from(chunk)
}

const lines = (...chunks: readonly (string | readonly number[])[]) =>
  Array.fromAsync(readLines(bytes(...chunks)))
const annotate = (...requests: readonly unknown[]) => {
  const text = requests.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n')
  return Array.fromAsync(annotateLines(readLines(bytes(text)), knowledge()))
}

describe('lines of a stream', () => {
  test.each<
    readonly [chunks: readonly (string | readonly number[])[], expected: readonly string[], reason: string]
  >([
    [['a\nb\n'], ['a', 'b'], 'the last line end ends nothing more'],
    [['a\r\nb'], ['a', 'b'], 'CR LF, and no end at the end'],
    [['a', 'b\nc', '\n'], ['ab', 'c'], 'a line over several chunks'],
    [['a\u2028b\n'], ['a\u2028b'], 'other separators are part of a line'],
    [['\ufeffa\n'], ['a'], 'a byte order mark is left out'],
    [[[0xd0], [0x9d, 0x0a]], ['Н'], 'a character over two chunks'],
    [['\n\na'], ['', '', 'a'], 'blank lines are lines'],
    [[], [], 'nothing'],
  ])('%j: %j (%s)', async (chunks, expected) => {
    expect(await lines(...chunks)).toEqual(expected)
  })
})

describe('requests', () => {
  test.each<readonly [line: string, code: string, message: RegExp, reason: string]>([
    ['{', 'not-json', /./, 'broken JSON'],
    ['[]', 'not-a-request', /object/, 'a list'],
    ['"text"', 'not-a-request', /object/, 'a text'],
    ['{"text":"a"}', 'not-a-request', /"id"/, 'no id'],
    ['{"id":true,"text":"a"}', 'not-a-request', /"id"/, 'an id that is neither text nor number'],
    ['{"id":"a"}', 'not-a-request', /"text"/, 'no text'],
    ['{"id":"a","text":5}', 'not-a-request', /"text"/, 'a text that is none'],
    ['{"id":"a","text":"","date":"soon"}', 'not-a-request', /"date"/, 'a date that is none'],
    ['{"id":"a","text":"","date":"2020-02-30"}', 'not-a-request', /"date"/, 'a day that there is not'],
    ['{"id":"a","text":"","lang":"English, please"}', 'not-a-request', /"lang"/, 'a language that is none'],
    ['{"id":"a","text":"","title":["b"]}', 'not-a-request', /"title"/, 'a title that is none'],
  ])('%s: %s (%s)', (line, code, message) => {
    const request = readRequest(line)
    expect(request).toMatchObject({ ok: false, error: { code } })
    expect(request.ok ? '' : request.error.message).toMatch(message)
  })

  test.each<readonly [fields: object, expected: object, reason: string]>([
    [{ date: null, lang: null, title: null }, {}, 'null is absent'],
    [{ date: '', lang: '', title: '' }, {}, 'empty is absent'],
    [{ date: '2020-02-27T10:00:00Z' }, { date: '2020-02-27' }, 'an instant counts as its day'],
    [
      { date: '2020-02', lang: 'zh-Hans', title: 'b' },
      { date: '2020-02', lang: 'zh-Hans', title: 'b' },
      'all of them',
    ],
    [{ source: 'elsewhere' }, {}, 'other fields are ignored'],
  ])('%j: %j (%s)', (fields, expected) => {
    const request = readRequest(JSON.stringify({ id: 'a', text: 'b', ...fields }))
    expect(request).toEqual({ ok: true, value: { id: 'a', text: 'b', ...expected } })
  })
})

describe('annotating lines', () => {
  test('one result a line, in order; a bad line tells its number and the rest goes on', async () => {
    const results = await annotate(
      { id: 1, text: 'The UN.' },
      '',
      '{',
      { id: 'x', date: '?', text: '' },
      { id: 2, text: '' },
    )
    expect(results).toMatchObject([
      { id: 1, mentions: [{ surface: 'UN' }] },
      { line: 3, error: { code: 'not-json' } },
      { line: 4, id: 'x', error: { code: 'not-a-request' } },
      { id: 2, mentions: [] },
    ])
  })

  test('a mention has exactly the documented fields', async () => {
    const [result] = await annotate({ id: 'a', date: '2020-02-27', text: 'The UN chief spoke.' })
    expect(result).toEqual({
      id: 'a',
      mentions: [
        {
          start: 4,
          end: 12,
          surface: 'UN chief',
          entity: 'un-secretary-general',
          name: 'UN Secretary-General',
          type: 'position',
          via: 'role',
          score: expect.any(Number),
          holder: 'antonio-guterres',
          holderBasis: 'date',
        },
      ],
    })
  })

  test('an ambiguous mention has candidates and no entity', async () => {
    const [result] = await annotate({ id: 'a', text: 'Zhang Ming met Zhang Deguang. Zhang left.' })
    const last = result && 'mentions' in result ? result.mentions.at(-1) : undefined
    expect(last).toMatchObject({
      surface: 'Zhang',
      entity: null,
      candidates: ['zhang-ming', 'zhang-deguang'],
    })
  })

  test('offsets count from the start of the text, over blocks and emoji, and the surface is the text', async () => {
    const text = '😀 The UN.\r\n\r\nThe Shanghai\nCooperation Organisation (SCO).'
    const [result] = await annotate({ id: 'a', text })
    const mentions = result && 'mentions' in result ? result.mentions : []
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'UN',
      'Shanghai\nCooperation Organisation',
      'SCO',
    ])
    expect(mentions.map(({ surface }) => surface)).toEqual([
      'UN',
      'Shanghai\nCooperation Organisation',
      'SCO',
    ])
  })

  test('nothing is recognised across a blank line', async () => {
    const [result] = await annotate({ id: 'a', text: 'United\n\nNations' })
    expect(result).toEqual({ id: 'a', mentions: [] })
  })

  test('the title licenses a surname and has no offsets; hints stand beside the mentions', async () => {
    const text =
      'Norov left.\n\nIn June 2009 the Astana summit of the Shanghai Cooperation Organisation ended.'
    const [result] = await annotate({ id: 'a', title: 'Vladimir Norov speaks', text })
    expect(result).toMatchObject({
      mentions: [{ surface: 'Norov', start: 0 }, { surface: 'Astana summit' }, {}],
    })
    const held = 'The Shanghai Cooperation Organisation met.\n\nIn June 2009 the Astana summit ended.'
    const [hinted] = await annotate({ id: 'a', text: held })
    expect(hinted).toMatchObject({
      hints: [{ entity: 'summit-2017', textSays: 'June 2009', source: 'gazette' }],
    })
    const [hint] = hinted && 'hints' in hinted ? (hinted.hints ?? []) : []
    expect(held.slice(hint?.start, hint?.end)).toBe('June 2009 the Astana summit')
  })
})
