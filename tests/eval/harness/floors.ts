import type { Figures } from './figures.ts'
import type { TextSet } from './read-texts.ts'

/** What a set of texts must reach; a drop below it fails the evaluation, and with it continuous integration. */
export interface Floors {
  readonly precision: number
  readonly recall: number
  readonly holders: number
  readonly mostNegativesMarked: number
  readonly hintsFound: number
  readonly mostFalseHints: number
}

/**
 * A little below what was reached on the packaged bundle, so that one text more or less does not fail but a
 * rule that broke does. The development texts must also stay above the aims of the product (precision 0.98,
 * recall 0.93, holders 0.98, negatives 1 %, hints 80 % and none false). The sets held out are never tuned on:
 * their floors hold what they are, whatever it is, and are no aim.
 */
export const FLOORS: Readonly<Record<TextSet, Floors>> = {
  dev: {
    precision: 0.99,
    recall: 0.985,
    holders: 0.98,
    mostNegativesMarked: 0.005,
    hintsFound: 0.87,
    mostFalseHints: 0,
  },
  blind: {
    precision: 0.945,
    recall: 0.95,
    holders: 0.95,
    mostNegativesMarked: 0.08,
    hintsFound: 0.4,
    mostFalseHints: 1,
  },
  newsroom: {
    precision: 0.98,
    recall: 0.965,
    holders: 0.95,
    mostNegativesMarked: 0.02,
    hintsFound: 0.65,
    mostFalseHints: 1,
  },
  desk: {
    precision: 0.95,
    recall: 0.96,
    holders: 0.96,
    mostNegativesMarked: 0.07,
    hintsFound: 0.65,
    mostFalseHints: 1,
  },
}

/** What is below its floor, in words; empty where nothing is. */
export function dropsOf(figures: Figures, floors: Floors): string[] {
  const least = (['precision', 'recall', 'holders', 'hintsFound'] as const)
    .filter((key) => figures[key] < floors[key])
    .map((key) => `${key} ${figures[key].toFixed(3)} is below ${floors[key]}`)
  const negatives = figures.negativesMarked > floors.mostNegativesMarked
  const hints = figures.falseHints > floors.mostFalseHints
  return [
    ...least,
    ...(negatives ? [`${figures.negativesMarked.toFixed(3)} of the negatives are marked`] : []),
    ...(hints ? [`${figures.falseHints} hints are false`] : []),
  ]
}
