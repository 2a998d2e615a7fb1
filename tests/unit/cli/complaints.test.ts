import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { formatComplaint } from '../../../src/cli/bundle/complaint.ts'
import { BAD_ENTITIES, BAD_FILES, entity, statement } from './bad-sources.ts'
import { ENTITIES, HEADER, sourceFolder } from './source-folder.ts'

/** What is complained of, each as `file:line:column: problem`. */
async function complaints(files: Readonly<Record<string, string>>): Promise<string[]> {
  const compiled = await compileSources(await sourceFolder(files))
  return compiled.ok
    ? []
    : compiled.error.map(({ file, line, column, problem }) => `${file}:${line}:${column}: ${problem}`)
}

describe('complaints', () => {
  test.each(BAD_ENTITIES)('%s', async (_why, file, complaint) => {
    const place = complaint.startsWith('extra.yaml') ? complaint : `entity.yaml:${complaint}`
    const files = complaint.startsWith('extra.yaml') ? { 'extra.yaml': file } : { 'entity.yaml': file }
    expect(await complaints(files)).toContainEqual(expect.stringContaining(place))
  })

  test.each(BAD_FILES)('%s', async (_why, files, complaint) => {
    expect(await complaints(files)).toContainEqual(expect.stringContaining(complaint))
  })

  test('a mistake causes one complaint, not a second one elsewhere', async () => {
    expect(
      await complaints({
        'entity.yaml': statement('property: fonded, value: x, confidence: confirmed, source: charter'),
      }),
    ).toHaveLength(1)
    // The entity that has a mistake is still there for others to refer to.
    const un = ENTITIES.replace('names: {en: United Nations,', 'names: {en: U,')
    expect(await complaints({ 'entities.yaml': un })).toEqual(['entities.yaml:4:17: "U" is too short'])
  })

  test('all are reported at once, by file and line', async () => {
    const all = await complaints({
      'b.yaml': statement('property: fonded, value: x, confidence: high, source: nobody'),
      'a.yaml': 'entitys: []\n',
      'bundle.yaml': HEADER.replace('langs: [en, ru]', 'langs: [english]'),
    })
    expect(all.map((each) => each.split(': ')[0])).toEqual([
      'a.yaml:1:1',
      'b.yaml:6:20',
      'b.yaml:6:50',
      'b.yaml:6:64',
      'bundle.yaml:7:9',
    ])
  })

  test('a line that is no UTF-8 is told, not published as something else', async () => {
    const folder = await sourceFolder()
    await writeFile(join(folder, 'x.yaml'), Buffer.from('entities:\n  - id: caf\xe9\n', 'latin1'))
    const compiled = await compileSources(folder)
    expect(!compiled.ok && compiled.error.map(formatComplaint)).toEqual([
      'x.yaml:2:1: The line is no UTF-8. Save the file as UTF-8.',
    ])
  })

  test('a folder whose name ends like a file is a folder', async () => {
    const folder = await sourceFolder({ 'people.yaml/x.yaml': 'entities: []\n' })
    expect((await compileSources(folder)).ok).toBe(true)
  })

  test('a folder that is not there', async () => {
    const compiled = await compileSources('/nowhere/at/all')
    expect(!compiled.ok && compiled.error.map(formatComplaint)).toEqual([
      'bundle.yaml:1:1: There is no folder /nowhere/at/all. Name the folder of the sources.',
    ])
  })

  test('a complaint says what to do, and what was probably meant', async () => {
    const compiled = await compileSources(
      await sourceFolder({ 'entity.yaml': entity('    statments: []\n') }),
    )
    expect(!compiled.ok && compiled.error.map(formatComplaint)).toEqual([
      'entity.yaml:5:5: The entity has no field "statments". Did you mean "statements"? The fields are: id, kind, ' +
        'names, description, aliases, statements, events, relations, context, identifiers.',
    ])
  })
})
