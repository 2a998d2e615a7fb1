import { PageSupport } from './page-support.ts'
import type { PageWords } from './page-words.ts'
import { type Sense, type Spot, surfaceOf } from './spot.ts'
import type { EntityView } from './view.ts'
import { MARGIN, THRESHOLD } from './weights.ts'

/** What is known before the page's names are weighed. */
export interface PresenceInput {
  /** One for each name that is heard on the page (hearing.ts). */
  readonly spots: readonly Spot[]
  /** Named by earlier parts of the same page. */
  readonly established: readonly EntityView[]
  readonly defined: ReadonlySet<string>
  readonly titled: ReadonlySet<string>
  readonly words: PageWords
}

/** Every round may make further names clear ("ITU", then "GCA"); chains longer than this would be guesses upon guesses. */
const ROUNDS = 3

/** What a page says for its names, found from the clear ones outwards: what they make clear helps the next. */
export function presenceOf({ spots, established, ...input }: PresenceInput): PageSupport {
  const clear = new Set<string>()
  const unclear = new Set<string>()
  for (const spot of spots) {
    const alone = clearSense(spot)
    if (alone && alone.view.kind !== 'place') clear.add(alone.view.key)
    addUnclear(spot, unclear)
  }
  const support = new PageSupport({ ...input, clear, unclear })
  for (const view of established) support.add(view)
  const open: Spot[] = []
  for (const spot of spots) {
    for (const view of clearOf(spot)) support.add(view)
    addOpen(spot, open)
  }
  for (let round = 0; round < ROUNDS; round++) {
    const found = open.flatMap((spot) => supportedIn(spot, support))
    const before = support.present.size
    for (const view of found) support.add(view)
    if (support.present.size === before) break
  }
  return support
}

/** The sense that a spot has beyond doubt. */
function clearSense({ senses }: Spot): Sense | undefined {
  const [sense] = senses
  return sense && senses.length === 1 && sense.worth >= THRESHOLD ? sense : undefined
}

/** The entity that a spot names beyond doubt, with those that its own words name and that belong to it: "UN" in "UN chief". */
function clearOf(spot: Spot): EntityView[] {
  const clear = clearSense(spot)
  const found = clear ? [clear.view] : []
  for (const inner of spot.inner)
    for (const view of clearOf(inner))
      if (spot.senses.some((sense) => sense.view.related.has(view.key))) found.push(view)
  return found
}

/** What is not clear, with what lies inside it: "head of the ITU" is as clear as its "ITU". */
function addOpen(spot: Spot, open: Spot[]): void {
  if (clearOf(spot).length > 0) return
  open.push(spot)
  for (const inner of spot.inner) addOpen(inner, open)
}

function addUnclear(spot: Spot, unclear: Set<string>): void {
  if (spot.senses.every(({ kind, worth }) => kind === 'acronym' && worth < THRESHOLD))
    unclear.add(surfaceOf(spot))
  for (const inner of spot.inner) addUnclear(inner, unclear)
}

/** The senses that the page supports. Namesakes that it supports alike all count: it means one of them, and they share their neighbours. */
function supportedIn({ senses }: Spot, support: PageSupport): EntityView[] {
  const weighed = senses.map((sense) => (sense.kind === 'surname' ? -1 : support.of(sense)))
  const best = Math.max(...weighed)
  if (best < THRESHOLD) return []
  return senses.flatMap(({ view }, at) => {
    const own = weighed[at] ?? -1
    return own >= THRESHOLD && best - own < MARGIN ? [view] : []
  })
}
