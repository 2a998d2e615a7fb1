import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ID_PATTERN } from '../../../src/model/ids.ts'
import {
  isCounterpart,
  PROPERTIES,
  PROPERTY_GROUPS,
  propertyTerm,
  RELATIONS,
  relationTerm,
} from '../../../src/model/vocabulary.ts'

const doc = readFileSync(new URL('../../../docs/vocabulary.md', import.meta.url), 'utf8')

/** The rows of every table below a heading of level two, without the header rows; cells trimmed of code marks. */
function rows(section: string): string[][] {
  const body = doc.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = body.split('\n').filter((line) => line.startsWith('| `'))
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

describe('docs/vocabulary.md and the code agree', () => {
  test('properties, cell by cell and in the same order', () => {
    const expected = PROPERTIES.map((term) => [
      term.id,
      term.value,
      String(term.cardRank ?? ''),
      term.wikidata ?? '',
      term.schemaOrg ?? '',
      term.description,
    ])
    expect(rows('Properties')).toEqual(expected)
  })

  test('relations, cell by cell and in the same order', () => {
    const expected = RELATIONS.map((term) => [
      term.id,
      term.inverse,
      term.broader ?? '',
      term.wikidata ?? '',
      term.schemaOrg ?? '',
      term.description,
    ])
    expect(rows('Relations')).toEqual(expected)
  })

  test('groups, each once and in the order of showing', () => {
    const headings = [...doc.matchAll(/^### (.+)$/gm)].map((match) => match[1])
    expect(headings).toEqual([...PROPERTY_GROUPS])
    expect([...new Set(PROPERTIES.map((term) => term.group))]).toEqual([...PROPERTY_GROUPS])
  })
})

describe('the vocabulary is sound', () => {
  test.each([['properties', PROPERTIES] as const, ['relations', RELATIONS] as const])(
    '%s have unique kebab-case ids and mappings of the right shape',
    (_, terms) => {
      const ids = terms.map((term) => term.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const term of terms) {
        expect(term.id).toMatch(ID_PATTERN)
        if (term.wikidata !== undefined) expect(term.wikidata).toMatch(/^P[1-9]\d*$/)
        if (term.schemaOrg !== undefined) expect(term.schemaOrg).toMatch(/^[a-z][A-Za-z]*$/)
      }
    },
  )

  test('every relation has an inverse that leads back to it or to its wider term', () => {
    for (const term of RELATIONS) {
      const inverse = relationTerm(term.inverse)
      expect(inverse, term.id).toBeDefined()
      expect([term.id, term.broader], term.id).toContain(inverse?.inverse)
    }
  })

  test.each([
    ['of', 'office', true, 'the inverse itself'],
    ['of', 'head', true, 'a narrower term of the inverse'],
    ['head', 'of', true, 'a narrower term has the inverse of its wider one'],
    ['head', 'office', false, 'both are read from the organisation'],
    ['related', 'related', true, 'symmetric'],
    ['no-such-relation', 'of', false, 'unknown'],
  ])('%s answered by %s: %s (%s)', (relation, back, expected) => {
    expect(isCounterpart(relation, back)).toBe(expected)
  })

  test('look-ups find terms by id and nothing else', () => {
    expect(propertyTerm('holder')?.value).toBe('entity')
    expect(propertyTerm('secretary-general')).toBeUndefined()
    expect(relationTerm('part-of')?.inverse).toBe('has-body')
    expect(relationTerm('former-president')).toBeUndefined()
  })
})
