import { sentenceAt } from './page-block.ts'
import { type Spot, surfaceOf } from './spot.ts'

/** "WHO IS NEXT": verbs that a question begins with, and that a headline about the agency leaves out or puts last. */
const ASKS =
  /^\s+(?:IS|ARE|WAS|WERE|WILL|WOULD|CAN|COULD|SHOULD|DID|DOES|DO|HAS|KNOWS|CARES|WANTS|NEEDS|ELSE)(?!\p{L})/u
const REACH = 12

/** Whether "WHO" asks who: its sentence ends in a question mark, or goes on as only a question does. */
export function isQuestionWord(spot: Spot): boolean {
  if (surfaceOf(spot) !== 'WHO') return false
  const { text } = spot.block
  const { end } = sentenceAt(spot.block, spot.start)
  const isFirst = sentenceAt(spot.block, spot.start).start === spot.start
  return isFirst && (text.charAt(end - 1) === '?' || ASKS.test(text.slice(spot.end, spot.end + REACH)))
}
