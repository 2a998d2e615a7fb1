import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkRecord } from '../../../src/bundle/read-record.ts'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { temporaryFolder } from '../cli/source-folder.ts'
import { REFUSED, sample } from './record-cases.ts'

const ROOT = join(import.meta.dirname, '../../..')
const PACKAGED = join(ROOT, 'assets/bundles/international-affairs')

async function validatorOf(name: string) {
  const schema = JSON.parse(await readFile(join(ROOT, 'docs/schema', name), 'utf8')) as object
  return new Ajv({ unicodeRegExp: true, allErrors: true, strictTypes: false, strictRequired: false }).compile(
    schema,
  )
}

/** What the description of the schema itself leaves to the gate. */
const BEYOND = [
  'an end before the start',
  'a source that the record lacks',
  'an event with a source that the record lacks',
  'two sources with one id',
]

describe('the schema of records', () => {
  test('accepts what the gate accepts: every record of the packaged bundle', async () => {
    const valid = await validatorOf('record.json')
    const compiled = await compileSources(PACKAGED)
    const records = compiled.ok ? [...compiled.value.records, sample] : []
    expect(records.length).toBeGreaterThan(50)
    for (const record of records)
      expect([record.id, valid(JSON.parse(JSON.stringify(record)))]).toEqual([record.id, true])
  })

  test.each(REFUSED)('refuses what the gate refuses: %s', async (why, change) => {
    const valid = await validatorOf('record.json')
    const record: unknown = JSON.parse(JSON.stringify({ ...sample, ...change }))
    expect([checkRecord(record).ok, valid(record)]).toEqual([false, BEYOND.includes(why)])
  })

  test.each([
    ['a field that a later version adds', { motto: 'x' }],
    [
      'dates of every form',
      {
        events: ['2001', '2001-06', '2001-06-15', '201X', '2007~', '2013-09/2013-10', '2004/..'].map(
          (date) => ({ date, title: 'x', source: 'charter' }),
        ),
      },
    ],
    ['a name of a letter and a digit', { names: [{ text: 'G7', lang: 'en' }] }],
    ['a name in Chinese', { names: [{ text: '中国', lang: 'zh-Hans' }] }],
  ])('accepts what the gate accepts: %s', async (_why, change) => {
    const valid = await validatorOf('record.json')
    const record: unknown = JSON.parse(JSON.stringify({ ...sample, ...change }))
    expect([checkRecord(record).ok, valid(record)]).toEqual([true, true])
  })
})

/** YAML with every value as text, as the compiler reads it. */
const asText = (text: string): unknown => parse(text, { schema: 'failsafe' })

describe('the schema of sources', () => {
  test('accepts every file of the packaged bundle', async () => {
    const valid = await validatorOf('source.json')
    const files = (await readdir(PACKAGED, { recursive: true })).filter((file) => file.endsWith('.yaml'))
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) {
      const sound = valid(asText(await readFile(join(PACKAGED, file), 'utf8')))
      expect([file, sound ? [] : valid.errors]).toEqual([file, []])
    }
  })

  const HEADER =
    'format: bg-source/1\nid: x\ntitle: X\npublisher: X\nhomepage: https://example.org/\nlicense: CC0-1.0\nlangs: [en]\ngeneration: 1\ncreated: 2026-01-01T00:00:00Z\n'
  const SPOILT: readonly [why: string, file: string, text: string][] = [
    ['another format', 'bundle.yaml', HEADER.replace('bg-source/1', 'bg-source/9')],
    ['a generation in words', 'bundle.yaml', HEADER.replace('generation: 1', 'generation: one')],
    ['a header without a licence', 'bundle.yaml', HEADER.replace('license: CC0-1.0\n', '')],
    ['a field that is not known', 'bundle.yaml', `${HEADER}colour: blue\n`],
    ['an unknown list', 'x.yaml', 'facts: []\n'],
    ['two lists in a file', 'x.yaml', 'sources: []\nentities: []\n'],
    ['an entity without a name', 'x.yaml', 'entities:\n  - {id: a, kind: place, names: {}}\n'],
    ['an entity of no kind', 'x.yaml', 'entities:\n  - {id: a, names: {en: Alpha}}\n'],
    ['an id with capitals', 'x.yaml', 'entities:\n  - {id: A, kind: place, names: {en: Alpha}}\n'],
    ['a source that runs', 'x.yaml', 'sources:\n  - {id: a, title: A, publisher: A, url: "javascript:x"}\n'],
    ['a misspelt field', 'x.yaml', 'entities:\n  - {id: a, kind: place, nmaes: {en: Alpha}}\n'],
    [
      'an alias without a kind',
      'x.yaml',
      'entities:\n  - {id: a, kind: place, names: {en: Alpha}, aliases: [{text: Al, lang: en}]}\n',
    ],
  ]
  test.each(SPOILT)('refuses what the compiler refuses: %s', async (_why, file, text) => {
    const valid = await validatorOf('source.json')
    const folder = await temporaryFolder()
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'bundle.yaml'), HEADER)
    await writeFile(join(folder, file), text)
    expect([(await compileSources(folder)).ok, valid(asText(text))]).toEqual([false, false])
  })
})
