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

/**
 * In how many languages the organisations and agreements that have an acronym at all have one. A script without
 * capitals abbreviates otherwise, so that a short form in one (世卫组织, أوبك) counts as well.
 */
export function acronymCoverage(records: readonly EntityRecord[], langs: readonly string[]): NameCoverage[] {
  return KINDS_WITH_ACRONYMS.flatMap((kind) => {
    const ofKind = records.filter((record) => record.kind === kind && hasAcronym(record))
    const named = langs.map((lang) => ofKind.filter((record) => isShortenedIn(record, lang)).length)
    return ofKind.length === 0 ? [] : [{ kind, entities: ofKind.length, named }]
  })
}

/** The table as lines for a terminal: shares that are not whole are rounded down, so that 100 % is all of them. */
export function coverageLines(
  title: string,
  coverage: readonly NameCoverage[],
  langs: readonly string[],
): string[] {
  const row = (head: string, cells: readonly string[]) =>
    `  ${head.padEnd(HEAD)}${cells.map((cell) => cell.padStart(7)).join('')}`
  return [
    row(title, ['all', ...langs]),
    ...coverage.map(({ kind, entities, named }) =>
      row(kind, [String(entities), ...named.map((count) => `${Math.floor((count / entities) * 100)} %`)]),
    ),
  ]
}

const HEAD = 18
const KINDS_WITH_ACRONYMS = ['organization', 'agreement'] as const satisfies readonly EntityKind[]
const CAPITALS = /^\p{Lu}{2,}$/u

const isIn = (tag: string, lang: string): boolean => tag === lang || tag.startsWith(`${lang}-`)

const isNamedIn = ({ names, aliases }: EntityRecord, lang: string): boolean =>
  [...names, ...aliases].some((each) => isIn(each.lang, lang))

const hasAcronym = ({ names, aliases }: EntityRecord): boolean =>
  aliases.some(({ kind }) => kind === 'acronym') || names.some(({ text }) => CAPITALS.test(text))

const isShortenedIn = ({ names, aliases }: EntityRecord, lang: string): boolean =>
  names.some((name) => isIn(name.lang, lang) && CAPITALS.test(name.text)) ||
  aliases.some(
    ({ kind, text, lang: tag }) =>
      isIn(tag, lang) &&
      (kind === 'acronym' || (kind === 'short' && text.toLowerCase() === text.toUpperCase())),
  )
