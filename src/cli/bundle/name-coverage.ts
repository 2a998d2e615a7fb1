import { ENTITY_KINDS, type EntityKind, type EntityRecord } from '../../model/entity.ts'

/** In how many of its languages a bundle names the entities of one kind. */
export interface NameCoverage {
  readonly kind: EntityKind
  readonly entities: number
  /** Entities with a display name or an alias of the language, in the order of the languages asked for. */
  readonly named: readonly number[]
}

/** Coverage by kind, without kinds that do not occur. A language counts with its variants: `zh` is `zh-Hant` too. */
export function nameCoverage(records: readonly EntityRecord[], langs: readonly string[]): NameCoverage[] {
  return ENTITY_KINDS.flatMap((kind) => {
    const ofKind = records.filter((record) => record.kind === kind)
    const named = langs.map((lang) => ofKind.filter((record) => isNamedIn(record, lang)).length)
    return ofKind.length === 0 ? [] : [{ kind, entities: ofKind.length, named }]
  })
}

/** The table as lines for a terminal: shares that are not whole are rounded down, so that 100 % is all of them. */
export function coverageLines(coverage: readonly NameCoverage[], langs: readonly string[]): string[] {
  const row = (head: string, cells: readonly string[]) =>
    `  ${head.padEnd(14)}${cells.map((cell) => cell.padStart(7)).join('')}`
  return [
    row('Names by kind', ['all', ...langs]),
    ...coverage.map(({ kind, entities, named }) =>
      row(kind, [String(entities), ...named.map((count) => `${Math.floor((count / entities) * 100)} %`)]),
    ),
  ]
}

const isNamedIn = ({ names, aliases }: EntityRecord, lang: string): boolean =>
  [...names, ...aliases].some((each) => each.lang === lang || each.lang.startsWith(`${lang}-`))
