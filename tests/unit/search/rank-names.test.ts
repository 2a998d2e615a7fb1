import { describe, expect, test } from 'vitest'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { searchEntries } from '../../../src/search/entries.ts'
import { rankNames } from '../../../src/search/rank-names.ts'

const entity = (id: string, names: string[], aliases: string[] = []) => ({
  ref: { bundle: 'test' as BundleId, entity: id as EntityId },
  record: {
    id: id as EntityId,
    kind: 'organization',
    names: names.map((text) => ({ text, lang: 'en' })),
    aliases: aliases.map((text) => ({ text, lang: 'en', kind: 'short' })),
    descriptions: [{ text: `about ${id}`, lang: 'en' }],
    statements: [],
    events: [],
    relations: [],
    context: [],
    identifiers: [],
    sources: [],
  } satisfies EntityRecord,
})

const entries = [
  entity('sco', ['Shanghai Cooperation Organisation'], ['SCO', 'ШОС', '上海合作组织']),
  entity('sco-secretariat', ['SCO Secretariat']),
  entity('scope', ['Scope of the Treaty']),
  entity('perez', ['Javier Pérez de Cuéllar']),
].flatMap(searchEntries)

const ids = (query: string, limit = 10) => rankNames(query, entries, limit).map((hit) => hit.ref.entity)

describe('search over names', () => {
  test.each([
    ['sco', ['sco', 'sco-secretariat', 'scope'], 'the whole name comes before names that begin with it'],
    ['shanghai org', ['sco'], 'each word of the query begins a word of the name'],
    ['organisation shang', ['sco'], 'in any order'],
    ['шос', ['sco'], 'any script, any case'],
    ['合作', ['sco'], 'the inside of a name in a script without spaces'],
    ['perez cuellar', ['perez'], 'without the accents'],
    ['', [], 'an empty query finds nothing'],
    ['   ', [], 'nor does one of spaces'],
    ['nato', [], 'what is not known is not found'],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  test('an entity comes once, with the name that fits best', () => {
    const [hit] = rankNames('sco', entries, 1)
    expect(hit).toEqual({
      ref: { bundle: 'test', entity: 'sco' },
      name: 'Shanghai Cooperation Organisation',
      kind: 'organization',
      description: 'about sco',
      matched: 'SCO',
    })
  })

  test('the limit holds', () => {
    expect(ids('s', 2)).toHaveLength(2)
  })
})
