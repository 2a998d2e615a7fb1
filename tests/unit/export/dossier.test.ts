import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossierAnnotations } from '../../../src/export/annotations.ts'
import { dossierCsv } from '../../../src/export/csv.ts'
import { dossierMarkdown } from '../../../src/export/markdown.ts'
import { DOSSIER } from './dossier.fixture.ts'

/** The fields of a CSV text as RFC 4180 has them. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  const FIELD = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy
  for (let match = FIELD.exec(csv); match && FIELD.lastIndex <= csv.length; match = FIELD.exec(csv)) {
    const [whole, field = '', end] = match
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    if (end === '\r\n') rows.push([])
    if (whole === '' || FIELD.lastIndex === csv.length) break
  }
  return rows.filter((row) => row.length > 0)
}

const counting = () => {
  let count = 0
  return () => `urn:uuid:00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`
}

describe('the dossier as Markdown', () => {
  test('is the golden file', async () => {
    await expect(dossierMarkdown(DOSSIER)).toMatchFileSnapshot('golden/dossier.md')
  })

  test('lets no text of others become markup', () => {
    const markdown = dossierMarkdown(DOSSIER)
    expect(markdown).not.toMatch(/(?<!\\)<script/)
    expect(markdown).not.toContain('[link](https://evil.example)')
  })
})

describe('the dossier as CSV', () => {
  test('is the golden file', async () => {
    await expect(dossierCsv(DOSSIER)).toMatchFileSnapshot('golden/dossier.csv')
  })

  test('has no field that a spreadsheet would calculate, whatever the texts', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('', ' ', '\t', '\r', '\n', '\u0000'),
          fc.constantFrom('=', '+', '-', '@', '＝', '＠'),
          fc.string(),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(hostile, hostile, (name, note) => {
        const [first] = DOSSIER.entities
        if (!first) return false
        const csv = dossierCsv({ ...DOSSIER, entities: [{ ...first, name, note, facts: [] }] })
        return fieldsOf(csv)
          .flat()
          .every((field) => !/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(field) && !/^[\t\r\n]/.test(field))
      }),
    )
  })

  test('gives every text back but for the apostrophe before a would-be formula', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [first] = DOSSIER.entities
        if (!first) return false
        const csv = dossierCsv({ ...DOSSIER, entities: [{ ...first, name, facts: [] }] })
        const column = fieldsOf(csv)[1]?.[4]
        return column === name || column === `'${name}`
      }),
    )
  })
})

describe('the dossier as W3C Web Annotations', () => {
  test('is the golden file', async () => {
    await expect(dossierAnnotations(DOSSIER, counting())).toMatchFileSnapshot('golden/dossier.jsonld')
  })

  test('has what the data model demands of every annotation', () => {
    const collection = JSON.parse(dossierAnnotations(DOSSIER, counting()))
    expect(collection['@context']).toBe('http://www.w3.org/ns/anno.jsonld')
    const { items } = collection.first
    expect(collection.total).toBe(items.length)
    const ids = items.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(items.length)
    for (const { type, target, body } of items) {
      expect(type).toBe('Annotation')
      expect(target.source).toBe(DOSSIER.url)
      expect(target.selector.type).toBe('TextQuoteSelector')
      expect(body.length).toBeGreaterThan(0)
    }
  })

  test('identifies nothing where the entity is open, and nothing by an identifier that is none', () => {
    const text = dossierAnnotations(DOSSIER, counting())
    expect(JSON.parse(text).total).toBe(2)
    expect(text).not.toContain('javascript:')
  })
})
