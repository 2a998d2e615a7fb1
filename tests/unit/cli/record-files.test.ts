import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { filesBelow, release, startPublisher, succeed } from './published-repository.ts'
import { folderOf, HEADER, sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

const records = Array.from({ length: 2_500 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(4, '0')}`, `Entity ${index}`),
)
const linesOf = (all: readonly object[]) => all.map((each) => `${JSON.stringify(each)}\n`).join('')

describe('files of records among the sources', () => {
  test('are merged with each other and with what is written in YAML, in the order of ids', async () => {
    const even = records.filter((_, index) => index % 2 === 0)
    const odd = records.filter((_, index) => index % 2 === 1)
    const sources = await sourceFolder({ 'even.jsonl': linesOf(even), 'more/odd.jsonl': linesOf(odd) })
    expect(await succeed('check', sources)).toContain('2502 entities')
    const { out } = await startPublisher(sources)
    expect(await succeed('verify', out)).toContain('2502 entities')
  })

  test('give the same bytes as one file of them, and deltas between their generations', async () => {
    const one = await folderOf({ 'bundle.yaml': HEADER, 'all.jsonl': linesOf(records) })
    const two = await folderOf({
      'bundle.yaml': HEADER,
      'a.jsonl': linesOf(records.slice(0, 1_200)),
      'b.jsonl': linesOf(records.slice(1_200)),
    })
    const [first, second] = [await startPublisher(one), await startPublisher(two)]
    const parts = async (out: string) =>
      [...(await filesBelow(out)).keys()].filter((file) => file.includes('.full-'))
    expect(await parts(first.out)).toEqual(await parts(second.out))
    const changed = records.map((each, index) => (index === 700 ? sampleRecord(each.id, 'Renamed') : each))
    const next = await folderOf({ 'bundle.yaml': HEADER, 'all.jsonl': linesOf(changed.slice(1)) })
    await release({ ...first, sources: next }, 2)
    expect(await succeed('verify', first.out)).toContain('2499 entities, 1 delta.')
    const manifest = [...(await filesBelow(first.out))].filter(([file]) => file.endsWith('.bundle.json'))
    const deltas = manifest.map(([, bytes]) => JSON.parse(new TextDecoder().decode(bytes)).deltas)
    expect(deltas.flat()).toMatchObject([{ from: 1, to: 2, puts: 1, dels: 1 }])
  })

  const SPOILT: readonly [why: string, text: string, complaint: string][] = [
    ['another order', linesOf([records[1] ?? {}, records[0] ?? {}]), 'x.jsonl:2:1: "e-0000" stands after'],
    ['an id twice', linesOf([records[0] ?? {}, records[0] ?? {}]), 'x.jsonl:2:1: "e-0000" stands after'],
    ['an id that YAML has', linesOf([sampleRecord('itu', 'Another')]), 'id "itu" is used twice'],
    ['a record of another shape', linesOf([{ ...records[0], kind: 'ship' }]), 'x.jsonl:1:1: kind:'],
    ['no JSON', `${linesOf(records.slice(0, 3))}{\n`, 'x.jsonl:4:1: Malformed JSON at offset 1. Correct'],
    ['a key twice', '{"id":"a","id":"b"}\n', 'x.jsonl:1:1: A key that the object has already at offset'],
    ['an empty line', `${linesOf(records.slice(0, 3))}\n`, 'x.jsonl:4:1:'],
    [
      'a property of no vocabulary',
      linesOf([{ ...records[0], relations: [{ relation: 'kin', entity: 'itu' }] }]),
      'x.jsonl:1:1: "kin" is not in the vocabulary',
    ],
    ['a word as a name', linesOf([sampleRecord('a', 'People')]), '"People" is too common a word'],
    ['somebody who is not there', linesOf([sampleRecord('a', 'Alone', 'nobody')]), 'it names "nobody"'],
  ]
  test.each(SPOILT)('are refused with %s, and nothing is left to sign', async (_why, text, complaint) => {
    const sources = await sourceFolder({ 'x.jsonl': text })
    expect(await runCli('bundle', 'check', sources)).toMatchObject({
      code: 1,
      err: expect.stringContaining(complaint),
    })
    const [out, keys] = [await temporaryFolder(), await temporaryFolder()]
    await succeed('init', join(out, 'repository'), '--keys', join(keys, 'keys'))
    expect(await runCli('bundle', 'build', sources, '--out', join(out, 'repository'))).toMatchObject({
      code: 1,
      err: expect.stringContaining(complaint),
    })
    await expect(readFile(join(out, 'repository/unsigned/targets.json'))).rejects.toThrow('ENOENT')
  })

  test('are refused where a command reads YAML alone, rather than passed over', async () => {
    const sources = await sourceFolder({ 'x.jsonl': linesOf(records.slice(0, 1)) })
    expect(await runCli('bundle', 'stats', sources)).toMatchObject({
      code: 1,
      err: expect.stringContaining('x.jsonl:1:1: A file of records'),
    })
  })
})
