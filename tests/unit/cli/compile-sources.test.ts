import { describe, expect, test } from 'vitest'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { ENTITIES, sourceFolder } from './source-folder.ts'

describe('compiling sources', () => {
  test('gives records ordered by id, each with the sources that it cites', async () => {
    const compiled = await compileSources(await sourceFolder())
    expect(compiled).toMatchObject({ ok: true, value: { header: { id: 'sample', generation: 1 } } })
    expect(compiled.ok && compiled.value.records).toEqual([
      {
        id: 'itu',
        kind: 'organization',
        names: [{ text: 'International Telecommunication Union', lang: 'en' }],
        aliases: [
          { text: 'ITU', lang: 'en', kind: 'acronym', rules: { ambiguous: true } },
          { text: 'Telecommunication Union', lang: 'en', kind: 'short', rules: { case: 'exact' } },
        ],
        descriptions: [{ text: 'UN agency for telecommunication', lang: 'en' }],
        statements: [
          {
            property: 'founded',
            value: '1865-05-17',
            start: '1865-05-17',
            confidence: 'confirmed',
            source: 'site',
          },
          {
            property: 'headquarters',
            value: 'Geneva',
            start: '1948',
            confidence: 'confirmed',
            source: 'charter',
            checkedOn: '2026-01-01',
          },
        ],
        events: [{ date: '1947', title: 'Became a UN agency', source: 'charter', confidence: 'disputed' }],
        relations: [{ relation: 'agency-of', entity: 'un' }],
        context: ['telecommunication', 'spectrum'],
        identifiers: [{ scheme: 'wikidata', value: 'Q376150' }],
        sources: [
          {
            id: 'charter',
            title: 'Charter',
            publisher: 'Secretariat',
            url: 'https://example.org/charter',
            date: '2002-06-07',
          },
          { id: 'site', title: 'Website', publisher: 'Secretariat', url: 'https://example.org/' },
        ],
      },
      {
        id: 'un',
        kind: 'organization',
        names: [
          { text: 'United Nations', lang: 'en' },
          { text: 'Организация Объединённых Наций', lang: 'ru' },
        ],
        aliases: [],
        descriptions: [],
        statements: [],
        events: [],
        relations: [{ relation: 'agency', entity: 'itu' }],
        context: [],
        identifiers: [],
        sources: [],
      },
    ])
  })

  test('the same records come from other files, another order and comments', async () => {
    const [head = '', un = '', itu = ''] = ENTITIES.split(/(?= {2}- id: \w+\n)/)
    const other = await sourceFolder({
      'entities.yaml': `# organisations\n${head}${itu}`,
      'deep/er/un.yaml': head + un,
    })
    expect(await compileSources(other)).toEqual(await compileSources(await sourceFolder()))
  })

  test('text stays text: a year is no number, "no" no truth value, an empty value is complained of', async () => {
    const file =
      'entities:\n  - id: norway\n    kind: place\n    names: {no: Norge}\n    description: {en: 1814}\n'
    const compiled = await compileSources(await sourceFolder({ 'places.yaml': file }))
    const norway = compiled.ok ? compiled.value.records.find((each) => each.id === 'norway') : undefined
    expect(norway).toMatchObject({ names: [{ lang: 'no' }], descriptions: [{ text: '1814' }] })
  })
})
