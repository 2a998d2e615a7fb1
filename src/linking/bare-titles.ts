import type { DecisionContext } from './decide.ts'
import type { Antecedent } from './discourse.ts'
import type { ShortPlace } from './short-places.ts'

/**
 * The office that a title alone means when no office has been named yet: after "the" and "as" that of
 * the only organisation of the text which has one so called, after "its" that of the latest. Titles of
 * one word ("the President") may be anybody's and mean nothing.
 */
export function bareTitle(title: string, { lead, year }: ShortPlace, context: DecisionContext): Antecedent[] {
  if (year || !title.includes(' ')) return []
  const bearers = context.discourse
    .organisations()
    .flatMap((organisation) => context.officesOf(organisation).called(title)?.position ?? [])
  const found = [...new Map(bearers.map((office) => [office.key, office])).values()]
  const [first, ...others] = found
  if (!first || (lead !== 'own' && others.length > 0)) return []
  return [{ view: first, chosen: true }]
}
