import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { makeSearch } from '../../../src/search/make-search.ts'

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

const search = makeSearch([
  entity('sco', ['Shanghai Cooperation Organisation'], ['SCO', 'ШОС', '上海合作组织']),
  entity('sco-secretariat', ['SCO Secretariat']),
  entity('scope', ['Scope of the Treaty']),
  entity('perez', ['Javier Pérez de Cuéllar']),
  entity('guterres', ['António Guterres']),
  entity('norov', ['Vladimir Norov'], ['Владимир Норов']),
])

const ids = (query: string, limit = 10) => search(query, limit).map((hit) => hit.ref.entity)

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
    ['s c o', ['sco'], 'beginnings of words, however short'],
    ['guteres', ['guterres'], 'a letter missing'],
    ['guterrez', ['guterres'], 'a letter wrong'],
    ['gutrres', ['guterres'], 'a letter missing inside'],
    ['gueterres', ['guterres'], 'a letter too many'],
    ['ugterres', ['guterres'], 'two letters swapped'],
    ['shanghi cooprat', ['sco'], 'slips in two words, the second not typed to its end'],
    ['владмир', ['norov'], 'in any script'],
    ['orgnaisaton shanghai', ['sco'], 'two slips in a long word'],
    ['xco', [], 'a slip in a short word makes another word'],
    ['nato', [], 'what is not known is not found'],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  test('an entity comes once, with the name that fits best', () => {
    const [hit] = search('sco', 1)
    expect(hit).toEqual({
      ref: { bundle: 'test', entity: 'sco' },
      kind: 'organization',
      names: [{ text: 'Shanghai Cooperation Organisation', lang: 'en' }],
      descriptions: [{ text: 'about sco', lang: 'en' }],
      matched: 'SCO',
    })
  })

  test('the limit holds', () => {
    expect(ids('s', 2)).toHaveLength(2)
  })

  test('what is left out early is what would not have come among the best', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 })
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const names = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(names, name, fc.integer({ min: 1, max: 8 }), (all, query, limit) => {
        const found = makeSearch(all.map((each, index) => entity(`e${index}`, each)))
        // Fewer than five that fit bring those that nearly fit: both ask for enough to decide alike.
        expect(found(query, limit + 5).slice(0, limit)).toEqual(found(query, 1000).slice(0, limit))
      }),
      { numRuns: 300 },
    )
  })
})
