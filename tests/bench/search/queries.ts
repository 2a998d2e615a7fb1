import type { FoundEntity } from '../../../src/model/lookup.ts'
import { randomOf } from './entities.ts'

/** What somebody types, keystroke by keystroke, and the entity that is meant. */
export interface Query {
  readonly kind: (typeof KINDS)[number]
  readonly text: string
  /** The id of the entity. */
  readonly wanted: string
}

/** The ways in which people look for a name. */
export const KINDS = ['name', 'alias', 'beginning', 'two beginnings', 'one slip', 'inside Chinese'] as const

/** So many queries of each kind for entities drawn at random. */
export function makeQueries(entities: readonly FoundEntity[], ofEach: number): Query[] {
  const random = randomOf(7)
  const organisations = entities.filter(({ record }) => record.kind === 'organization')
  return KINDS.flatMap((kind) =>
    Array.from({ length: ofEach }, () => {
      // Three Chinese characters without their first name nobody: two are too few.
      const from = kind === 'inside Chinese' ? organisations : entities
      const { record } = from[Math.floor(random() * from.length)] as FoundEntity
      const name = record.names[0]?.text ?? ''
      const aliases = record.aliases.map(({ text }) => text)
      return { kind, wanted: record.id, text: queryOf(kind, name, aliases, random) }
    }),
  )
}

function queryOf(
  kind: Query['kind'],
  name: string,
  aliases: readonly string[],
  random: () => number,
): string {
  const words = name.split(' ')
  switch (kind) {
    case 'name':
      return name
    case 'alias':
      return aliases[2] ?? name
    case 'beginning':
      return name.slice(0, Math.ceil(name.length * 0.7))
    case 'two beginnings':
      return words.map((word) => word.slice(0, Math.max(3, word.length - 2))).join(' ')
    case 'one slip':
      return withSlip(name, random)
    case 'inside Chinese':
      return (aliases[3] ?? name).slice(1)
  }
}

/** One letter of the longest word left out, doubled, changed or swapped with its neighbour; never the first. */
function withSlip(name: string, random: () => number): string {
  const longest = name.split(' ').reduce((a, b) => (b.length > a.length ? b : a))
  const at = 1 + Math.floor(random() * (longest.length - 2))
  const [before, letter, next, after] = [
    longest.slice(0, at),
    longest[at],
    longest[at + 1] ?? '',
    longest.slice(at + 2),
  ]
  const slipped = [
    before + next + after,
    before + letter + letter + next + after,
    `${before}x${next}${after}`,
    before + next + letter + after,
  ][Math.floor(random() * 4)] as string
  return name.replace(longest, slipped)
}
