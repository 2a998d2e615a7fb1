import { describe, expect, test } from 'vitest'
import type { EntityRecord, Statement } from '../../../src/model/entity.ts'
import { spanOf } from '../../../src/model/partial-date.ts'
import { isCounterpart } from '../../../src/model/vocabulary.ts'
import { packagedRecords } from './packaged-bundle.ts'

const records = await packagedRecords()
const all = [...records.values()]

const statementsOf = (record: EntityRecord, property: string): Statement[] =>
  record.statements.filter((each) => each.property === property)

const term = ({ start, end, acting }: Statement): string =>
  `${start ?? ''}..${end ?? ''}${acting ? ' acting' : ''}`

/** The terms of office that records of one kind state, as "position: person term". */
function terms(kind: 'position' | 'person', property: string): string[] {
  const found: string[] = []
  for (const record of all.filter((each) => each.kind === kind)) {
    for (const statement of statementsOf(record, property)) {
      const other = records.get(statement.entity ?? '')
      if (!other || other.kind === kind) continue
      const [position, person] = kind === 'position' ? [record.id, other.id] : [other.id, record.id]
      found.push(`${position}: ${person} ${term(statement)}`)
    }
  }
  return found.sort()
}

describe('the packaged bundle agrees with itself', () => {
  test('every relation is answered by its inverse', () => {
    const unanswered = all.flatMap((record) =>
      record.relations
        .filter(({ relation, entity }) => {
          const back = records.get(entity)?.relations.filter((each) => each.entity === record.id) ?? []
          return !back.some((each) => isCounterpart(relation, each.relation))
        })
        .map(({ relation, entity }) => `${record.id} ${relation} ${entity}`),
    )
    expect(unanswered).toEqual([])
  })

  test('positions and persons state the same terms of office', () => {
    expect(terms('position', 'holder')).toEqual(terms('person', 'position-held'))
  })

  test('two full holders of one position share a day of handover at most', () => {
    const overlaps: string[] = []
    for (const position of all.filter((each) => each.kind === 'position')) {
      const exact = statementsOf(position, 'holder').filter(
        (each) => !each.acting && isDay(each.start) && (each.end === undefined || isDay(each.end)),
      )
      for (const a of exact) {
        for (const b of exact) {
          const [ends, begins] = [spanOf(a.end)?.last ?? Infinity, spanOf(b.start)?.first ?? -Infinity]
          const earlier = (spanOf(a.start)?.first ?? 0) < begins
          if (earlier && ends > begins) overlaps.push(`${position.id}: ${a.entity} and ${b.entity}`)
        }
      }
    }
    expect(overlaps).toEqual([])
  })

  test('nobody holds an office before birth or after death', () => {
    const impossible = all.flatMap((person) => {
      const born = spanOf(statementsOf(person, 'born')[0]?.value)?.first ?? -Infinity
      const died = spanOf(statementsOf(person, 'died')[0]?.value)?.last ?? Infinity
      return statementsOf(person, 'position-held')
        .filter(
          ({ start, end }) =>
            (spanOf(start)?.last ?? Infinity) < born || (spanOf(end)?.first ?? -Infinity) > died,
        )
        .map((each) => `${person.id}: ${term(each)}`)
    })
    expect(impossible).toEqual([])
  })

  test('a name that two entities share is ambiguous for both', () => {
    const owners = new Map<string, Map<string, boolean>>()
    for (const record of all) {
      for (const { text, ambiguous } of recognised(record)) {
        const name = text.toLowerCase()
        owners.set(name, (owners.get(name) ?? new Map()).set(record.id, ambiguous))
      }
    }
    const shared = [...owners].filter(([, by]) => by.size > 1 && [...by.values()].includes(false))
    expect(shared.map(([name, by]) => `${name}: ${[...by.keys()].join(', ')}`)).toEqual([])
  })

  test('nobody and nothing stands there twice: full names of persons and ids elsewhere are of one entity each', () => {
    const owners = new Map<string, Set<string>>()
    const own = (key: string, id: string) => owners.set(key, (owners.get(key) ?? new Set()).add(id))
    for (const record of all) {
      for (const { scheme, value } of record.identifiers) own(`${scheme} ${value}`, record.id)
      if (record.kind === 'person') for (const { text } of record.names) own(text.toLowerCase(), record.id)
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1)
    expect(shared.map(([key, ids]) => `${key}: ${[...ids].join(', ')}`)).toEqual([])
  })

  test('surnames keep their capital: "lie", "ban" and "fore" are words', () => {
    const folded = all.flatMap((record) =>
      record.aliases
        .filter(
          (alias) =>
            alias.kind === 'surname' && /^\p{Lu}\p{Ll}/u.test(alias.text) && alias.rules?.case !== 'exact',
        )
        .map((alias) => `${record.id}: ${alias.text}`),
    )
    expect(folded).toEqual([])
  })

  test('organisations, agreements, documents and positions are named in the six languages of the UN', () => {
    const kinds = new Set(['organization', 'agreement', 'document', 'position'])
    const missing = all
      .filter((record) => kinds.has(record.kind))
      .flatMap((record) =>
        ['en', 'fr', 'es', 'ru', 'zh', 'ar']
          .filter((lang) => !record.names.some((name) => name.lang === lang))
          .map((lang) => `${record.id}: ${lang}`),
      )
    expect(missing).toEqual([])
  })
})

const isDay = (date: string | undefined): boolean => spanOf(date)?.precision === 'day'

/** Names and aliases; an alias that repeats a display name states the rule for it. */
function recognised(record: EntityRecord): { text: string; ambiguous: boolean }[] {
  const aliases = record.aliases.map(({ text, rules }) => ({ text, ambiguous: rules?.ambiguous ?? false }))
  const ruled = new Set(aliases.map(({ text }) => text))
  const names = record.names.filter(({ text }) => !ruled.has(text))
  return [...names.map(({ text }) => ({ text, ambiguous: false })), ...aliases]
}
