import type { Verdict } from './score.ts'

/** Counts of one thing that is measured. */
export interface Counts {
  readonly right: number
  readonly missed: number
  readonly wrong: number
}

/** What a run of the texts comes to. Shares are from 0 to 1; 1 where there was nothing to judge, 0 for negatives. */
export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly holders: number
  /** The share of strings marked that must stay silent. */
  readonly negativesMarked: number
  readonly hintsFound: number
  readonly falseHints: number
  readonly mentions: Counts
}

/** Sums verdicts up. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const mentions = countsOf(verdicts, 'mention')
  const holders = countsOf(verdicts, 'holder')
  const negatives = countsOf(verdicts, 'negative')
  const hints = countsOf(verdicts, 'hint')
  return {
    precision: share(mentions.right, mentions.wrong),
    recall: share(mentions.right, mentions.missed),
    holders: share(holders.right, holders.wrong),
    negativesMarked: 1 - share(negatives.right, negatives.wrong),
    hintsFound: share(hints.right, hints.missed),
    falseHints: hints.wrong,
    mentions,
  }
}

/** How often each outcome was reached. */
function countsOf(verdicts: readonly Verdict[], about: Verdict['about']): Counts {
  const count = (outcome: Verdict['outcome']) =>
    verdicts.filter((verdict) => verdict.about === about && verdict.outcome === outcome).length
  return { right: count('right'), missed: count('missed'), wrong: count('false') }
}

const share = (some: number, others: number): number => (some + others === 0 ? 1 : some / (some + others))
