import type { EntityRecord, Statement } from '../model/entity.ts'
import { type DayInterval, mayHoldAt } from './interval.ts'
import { newestFirst } from './newest-first.ts'
import { cardRankOf, groupOf } from './property-order.ts'

/** A card is read in a glance: with a description and two events, five lines still fit beside the text without scrolling. */
export const MAX_CARD_FACTS = 5

/**
 * A property with many values at once (members, participants, figures) would crowd out all others;
 * offices may fill the card, because each of two holders or two offices at a date matters.
 */
const MAX_OF_ONE_PROPERTY = 2

/**
 * The statements that may hold on a day of `at`, the most telling first by the vocabulary's card
 * rank, within a property the newest first. At most `MAX_CARD_FACTS`.
 */
export function keyStatements(record: EntityRecord, at: DayInterval): Statement[] {
  const holding = record.statements.filter(
    (each) => cardRankOf(each.property) !== undefined && mayHoldAt(each, at),
  )
  const ranked = holding.sort((a, b) => rank(a) - rank(b) || newestFirst(a, b))
  return withoutCrowds(ranked).slice(0, MAX_CARD_FACTS)
}

const rank = (statement: Statement): number => cardRankOf(statement.property) ?? Infinity

function withoutCrowds(statements: readonly Statement[]): Statement[] {
  const seen = new Map<string, number>()
  return statements.filter(({ property }) => {
    const count = (seen.get(property) ?? 0) + 1
    seen.set(property, count)
    return count <= MAX_OF_ONE_PROPERTY || groupOf(property) === 'office'
  })
}
