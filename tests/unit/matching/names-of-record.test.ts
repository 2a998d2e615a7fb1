import { expect, test } from 'vitest'
import { namesOf } from '../../../src/matching/names-of-record.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'

const entity = { bundle: 'tests' as BundleId, entity: 'who' as EntityId }

const record = (rest: Pick<EntityRecord, 'names' | 'aliases'>): EntityRecord => ({
  id: entity.entity,
  kind: 'organization',
  descriptions: [],
  statements: [],
  events: [],
  relations: [],
  context: [],
  identifiers: [],
  sources: [],
  ...rest,
})

test('display names are full names; acronyms are exact, other aliases folded, unless ruled otherwise', () => {
  const names = namesOf(
    record({
      names: [{ text: 'World Health Organization', lang: 'en' }],
      aliases: [
        { text: 'WHO', lang: 'en', kind: 'acronym' },
        { text: 'ВОЗ', lang: 'ru', kind: 'acronym', rules: { case: 'folded', ambiguous: true } },
        { text: 'the Organization', lang: 'en', kind: 'short', rules: { case: 'exact' } },
      ],
    }),
    entity,
  )
  expect(names).toEqual([
    {
      text: 'World Health Organization',
      lang: 'en',
      kind: 'full',
      caseRule: 'folded',
      ambiguous: false,
      entity,
    },
    { text: 'WHO', lang: 'en', kind: 'acronym', caseRule: 'exact', ambiguous: false, entity },
    { text: 'ВОЗ', lang: 'ru', kind: 'acronym', caseRule: 'folded', ambiguous: true, entity },
    { text: 'the Organization', lang: 'en', kind: 'short', caseRule: 'exact', ambiguous: false, entity },
  ])
})

test('a name that is given twice counts once; one that differs in kind stays', () => {
  const text = 'World Health Organization'
  const names = namesOf(
    record({
      names: [{ text, lang: 'en' }],
      aliases: [
        { text, lang: 'EN', kind: 'full' },
        { text, lang: 'en', kind: 'former' },
      ],
    }),
    entity,
  )
  expect(names.map((name) => name.kind)).toEqual(['full', 'former'])
})
