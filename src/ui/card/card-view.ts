import type { CardSummary, SourceView } from '../../model/card.ts'

/** Why there is nothing to show. `gone`: the extension was updated under the page, which must be reloaded. */
export type CardProblem = 'gone' | 'no-answer' | 'unknown-entity'

/** The page ties the entity to a date that the facts contradict. Dates of `bundleSays` are EDTF. */
export interface DateHint {
  readonly textSays: string
  readonly bundleSays: string
  readonly source?: SourceView
}

/** What the card shows. More than one summary: the text does not decide, and the reader chooses. */
export type CardView =
  | { readonly state: 'loading'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly problem: CardProblem }
  | {
      readonly state: 'ready'
      readonly name: string
      readonly summaries: readonly CardSummary[]
      readonly hint?: DateHint
    }

/** What lies over the facts: the reasons, the ways to say "not this", or that it was said. */
export type CardPanel = 'facts' | 'why' | 'not-this'

/** Where the reader is in a card: the entities gone to one after another, the last one shown. */
export interface CardPlace {
  /** The sense of the text that is shown; null while the reader has not chosen between several. */
  readonly chosen: number | null
  readonly trail: readonly CardSummary[]
  readonly panel: CardPanel
  readonly isNow: boolean
}

/** What the reader may do in a card. */
export type CardStep =
  | { readonly type: 'chose'; readonly sense: number | null }
  | { readonly type: 'went-to'; readonly summary: CardSummary }
  | { readonly type: 'went-back' }
  | { readonly type: 'opened'; readonly panel: CardPanel }
  | { readonly type: 'switched'; readonly isNow: boolean }

export const FIRST_PLACE: CardPlace = { chosen: null, trail: [], panel: 'facts', isNow: false }

/** The place after a step. Then or now holds for every entity that the reader goes to. */
export function cardReducer(place: CardPlace, step: CardStep): CardPlace {
  switch (step.type) {
    case 'chose':
      return { ...place, chosen: step.sense, trail: [], panel: 'facts' }
    case 'went-to':
      return { ...place, trail: [...place.trail, step.summary], panel: 'facts' }
    case 'went-back':
      return place.panel === 'facts'
        ? { ...place, trail: place.trail.slice(0, -1) }
        : { ...place, panel: 'facts' }
    case 'opened':
      return { ...place, panel: step.panel }
    case 'switched':
      return { ...place, isNow: step.isNow }
  }
}

/** The one summary to show, or undefined while the reader has not chosen between several. */
export function summaryToShow(
  summaries: readonly CardSummary[],
  { chosen, trail }: Pick<CardPlace, 'chosen' | 'trail'>,
): CardSummary | undefined {
  const gone = trail.at(-1)
  if (gone) return gone
  return chosen === null && summaries.length > 1 ? undefined : summaries[chosen ?? 0]
}
