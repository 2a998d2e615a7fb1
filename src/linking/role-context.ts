import type { DayInterval } from '../facts/interval.ts'
import { sentenceAt } from './page-block.ts'
import type { RoleContext } from './role-holder.ts'
import { roleSense } from './role-words.ts'
import { type Spot, type SpotPlace, surfaceOf } from './spot.ts'
import { textDates } from './text-dates.ts'

/** Between a role and the name that belongs to it: "Secretary-General of the ITU (ITU), Houlin Zhao". */
const BEFORE_NAME = /^(?:\s*\([^()]{2,12}\))?(?:,?\s+|,\s+(?:Mr|Ms|Mrs|Dr|H\.E\.)\.?\s+)$/u
/** Between a name and the role that follows it: "Houlin Zhao, the then ITU Secretary-General". */
const AFTER_NAME = /^,\s+(?:(?:the|then|former|current|outgoing|acting|new)[\s-]+){0,3}$/iu
/** Between a date and the role whose holder it decides: "In 2012, the SCO Secretary-General". */
const AFTER_DATE = /^,?\s+(?:the\s+)?(?:then[\s-]+)?$/iu

/** What the words around a role say of whom it means; `date` is the article's. */
export function roleContext(spot: Spot, place: SpotPlace, date: DayInterval | undefined): RoleContext {
  const { block, start, end } = spot
  const at = dateBefore(spot) ?? date
  return { sense: roleSense(block.text, start, end), ...(at && { at }), ...personBeside(spot, place) }
}

/** A date right before the role, introduced by "in" or "on", is the time that the sentence speaks of. */
function dateBefore({ block, start }: Spot): DayInterval | undefined {
  const sentence = sentenceAt(block, start)
  const last = textDates(block.text, Math.max(sentence.start, start - LONGEST_DATE), start).at(-1)
  if (!last || !AFTER_DATE.test(block.text.slice(last.end, start))) return undefined
  return /(?:^|\s)(?:in|on)\s+$/iu.test(
    block.text.slice(Math.max(sentence.start, last.start - 8), last.start),
  )
    ? last.days
    : undefined
}

/** "on the 14th of September 2019, the then" and the word before it. */
const LONGEST_DATE = 60

/** The person whose full name stands beside the role: the next spots after it, or the one before it. */
function personBeside(
  { block, start, end }: Spot,
  { spots, index }: SpotPlace,
): Pick<RoleContext, 'named' | 'isTight'> {
  // A bracket with the acronym may stand between.
  for (const next of spots.slice(index + 1, index + 3)) {
    const gap = block.text.slice(end, next.start)
    const named = BEFORE_NAME.test(gap) ? onlyPerson(next) : undefined
    if (named !== undefined) return { named, isTight: gap.trim() === '' }
  }
  const previous = spots[index - 1]
  const precedes = previous && AFTER_NAME.test(block.text.slice(previous.end, start))
  const named = precedes ? onlyPerson(previous) : undefined
  return named === undefined ? {} : { named, isTight: false }
}

function onlyPerson(spot: Spot): string | undefined {
  const [sense, ...others] = spot.senses
  const isFullName =
    sense?.view.kind === 'person' && sense.kind !== 'surname' && surfaceOf(spot).includes(' ')
  return isFullName && others.length === 0 ? sense.view.key : undefined
}
