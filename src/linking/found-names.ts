import type { Candidate, TokenSink } from '../matching/types.ts'
import { ARABIC_AND } from '../text/inflection/inflected-forms.ts'
import type { FoundName } from './name-form.ts'
import type { WarmIndex } from './warm-index.ts'

/**
 * The leftmost-longest names of a text, each in its form; `tokens` is given all its tokens. Offsets are UTF-16 units
 * into the text.
 */
export function foundNames(text: string, index: WarmIndex, tokens: TokenSink): FoundName[] {
  const free: FoundName[] = []
  let taken = 0
  for (const found of index.scan(text, tokens)) {
    const candidate = withoutAnd(widened(found, text, index), text, index)
    if (candidate.start < taken) continue
    free.push({ start: candidate.start, end: candidate.end, form: index.formOf(text, candidate) })
    taken = candidate.end
  }
  return free
}

/** A name with a year before it may be the head of a longer one without: "2011 Code of Conduct | for Information Security". */
function widened(candidate: Candidate, text: string, index: WarmIndex): Candidate {
  const digit = text.charCodeAt(candidate.start)
  if (digit !== ONE && digit !== TWO) return candidate
  const year = /^(?:1[89]|20)\d\d\s+/u.exec(text.slice(candidate.start, candidate.start + 8))
  if (!year) return candidate
  const from = candidate.start + year[0].length
  const [longer] = index.scan(text.slice(from, from + LONGEST_NAME))
  if (longer?.start !== 0 || from + longer.end <= candidate.end) return candidate
  const meant = new Set(candidate.names.map((number) => index.keyOf(number)))
  const same = longer.names.filter((number) => meant.has(index.keyOf(number)))
  return same.length > 0
    ? { ...candidate, end: from + longer.end, names: [...candidate.names, ...same] }
    : candidate
}

/** Arabic writes "and" together with the name behind it: "والاتحاد" names "الاتحاد". */
function withoutAnd(candidate: Candidate, text: string, index: WarmIndex): Candidate {
  const { start, end, names } = candidate
  if (text.charAt(start) !== ARABIC_AND) return candidate
  const [rest] = index.scan(text.slice(start + 1, end))
  if (rest?.start !== 0 || start + 1 + rest.end !== end) return candidate
  const meant = new Set(names.map((number) => index.keyOf(number)))
  const same = rest.names.filter((number) => meant.has(index.keyOf(number)))
  return same.length > 0 ? { start: start + 1, end, names: same } : candidate
}

const ONE = 0x31
const TWO = 0x32

/** The longest name that a record may have (docs/contracts.md). */
const LONGEST_NAME = 200
