import type { CardSummary } from '../../model/card.ts'

/** Why there is nothing to show. `gone`: the extension was updated under the page, which must be reloaded. */
export type CardProblem = 'gone' | 'no-answer' | 'unknown-entity'

/** What the card shows. More than one summary: the text does not decide, and the reader chooses. */
export type CardView =
  | { readonly state: 'loading'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly problem: CardProblem }
  | { readonly state: 'ready'; readonly name: string; readonly summaries: readonly CardSummary[] }

/** The one summary to show, or undefined while the reader has not chosen between several. */
export function summaryToShow(
  summaries: readonly CardSummary[],
  chosen: number | null,
): CardSummary | undefined {
  return chosen === null && summaries.length > 1 ? undefined : summaries[chosen ?? 0]
}
