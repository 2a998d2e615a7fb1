import { type PageEvidence, weightOf } from './evidence.ts'
import type { PageWords } from './page-words.ts'
import { type Sense, type Spot, surfaceOf } from './spot.ts'
import type { EntityView } from './view.ts'
import { MARGIN, THRESHOLD } from './weights.ts'

/** What is known before the page's names are weighed. */
export interface PresenceInput {
  readonly spots: readonly Spot[]
  /** Named by earlier parts of the same page. */
  readonly established: readonly EntityView[]
  readonly defined: ReadonlySet<string>
  readonly titled: ReadonlySet<string>
  readonly words: PageWords
}

/** Every round may make further names clear ("ITU", then "GCA"); chains longer than this would be guesses upon guesses. */
const ROUNDS = 3

/** Which entities a page means, found from its clear names outwards: what they make clear helps the next. */
export function presenceOf({ spots: all, ...input }: PresenceInput): PageEvidence {
  const spots = distinct(all)
  const present = new Map(input.established.map((view) => [view.key, view]))
  const clear = new Set(spots.flatMap(clearAlone))
  const unclear = new Set(spots.flatMap(unclearAcronyms))
  const page: PageEvidence = { ...input, present, clear, unclear }
  for (const spot of spots) for (const view of clearOf(spot)) present.set(view.key, view)
  const open = spots.flatMap(unclearSpots)
  for (let round = 0; round < ROUNDS; round++) {
    const found = open.flatMap((spot) => supportedIn(spot, page))
    const fresh = found.filter((view) => !present.has(view.key))
    for (const view of fresh) present.set(view.key, view)
    if (fresh.length === 0) break
  }
  return page
}

/** The entity that a spot names beyond doubt, with those that its own words name and that belong to it: "UN" in "UN chief". */
function clearOf(spot: Spot): EntityView[] {
  const [sense, ...others] = spot.senses
  const clear = sense && others.length === 0 && sense.worth >= THRESHOLD ? [sense.view] : []
  const within = spot.inner.flatMap(clearOf)
  return [...clear, ...within.filter(({ key }) => spot.senses.some(({ view }) => view.related.has(key)))]
}

/** What a spot as a whole names beyond doubt, places aside; what lies inside it is no company of its own. */
const clearAlone = ({ senses: [sense, ...others] }: Spot): string[] =>
  sense && others.length === 0 && sense.worth >= THRESHOLD && sense.view.kind !== 'place'
    ? [sense.view.key]
    : []

/** What is not clear, with what lies inside it: "head of the ITU" is as clear as its "ITU". */
const unclearSpots = (spot: Spot): Spot[] =>
  clearOf(spot).length > 0 ? [] : [spot, ...spot.inner.flatMap(unclearSpots)]

const unclearAcronyms = (spot: Spot): string[] => [
  ...(spot.senses.every(({ kind, worth }) => kind === 'acronym' && worth < THRESHOLD)
    ? [surfaceOf(spot)]
    : []),
  ...spot.inner.flatMap(unclearAcronyms),
]

/** The same names mean the same on the whole page and share their senses, so each is weighed once. */
const distinct = (spots: readonly Spot[]): Spot[] => [
  ...new Map(spots.map((spot) => [spot.senses, spot])).values(),
]

/** The senses that the page supports. Namesakes that it supports alike all count: it means one of them, and they share their neighbours. */
function supportedIn(spot: Spot, page: PageEvidence): EntityView[] {
  const weighed = spot.senses
    .filter(({ kind }) => kind !== 'surname')
    .map((sense) => ({ view: sense.view, support: supportOf(sense, page) }))
  const best = Math.max(...weighed.map(({ support }) => support))
  const alike = weighed.filter(({ support }) => support >= THRESHOLD && best - support < MARGIN)
  return alike.map(({ view }) => view)
}

/** What speaks for a sense: its name and the page, from 0 to 1. */
const supportOf = (sense: Sense, page: PageEvidence): number =>
  summed(sense.worth, weightOf(sense.view, page))

/** Weights are hundredths: three times 0.15 and 0.1 are 0.55 and reach the threshold, which floating point would deny. */
const summed = (worth: number, weight: number): number =>
  Math.min(1, Math.round((worth + weight) * 100) / 100)

/** Tells what speaks for a sense on a page, from 0 to 1; each entity is weighed once. */
export function supportOn(page: PageEvidence): (sense: Sense) => number {
  const weights = new Map<string, number>()
  return ({ view, worth }) => {
    const weight = weights.get(view.key) ?? weightOf(view, page)
    weights.set(view.key, weight)
    return summed(worth, weight)
  }
}
