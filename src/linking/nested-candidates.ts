import type { Candidate, TokenSink } from '../matching/types.ts'
import { isWordAt } from '../text/letters.ts'
import type { WarmIndex } from './warm-index.ts'

/** A candidate and the shorter ones inside it, to fall back on where the long one is not meant. */
export interface NestedCandidate extends Candidate {
  readonly inner: readonly NestedCandidate[]
}

/**
 * The leftmost-longest candidates of a text, each with what it holds; `tokens` is given all its tokens. Offsets are
 * UTF-16 units into the text.
 */
export function nestedCandidates(text: string, index: WarmIndex, tokens: TokenSink): NestedCandidate[] {
  const free: NestedCandidate[] = []
  let taken = 0
  for (const found of index.scan(text, tokens)) {
    const candidate = widened(found, text, index)
    if (candidate.start < taken) continue
    const { start, end, names } = candidate
    free.push({ start, end, names, inner: insideOf(candidate, text, index) })
    taken = end
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

const ONE = 0x31
const TWO = 0x32

/** The longest name that a record may have (docs/contracts.md). */
const LONGEST_NAME = 200

const NONE: readonly NestedCandidate[] = []

/** One word holds no other name, so most acronyms need no second look; Chinese has no spaces between its words. */
function insideOf(candidate: Candidate, text: string, index: WarmIndex): readonly NestedCandidate[] {
  if (isOneWord(text, candidate)) return NONE
  const all = index.within(text.slice(candidate.start, candidate.end))
  return nest(all, 0, candidate.end - candidate.start, candidate.start)
}

function isOneWord(text: string, { start, end }: Candidate): boolean {
  for (let at = start; at < end; at += 1)
    if (!isWordAt(text, at) || text.charCodeAt(at) >= FIRST_WITHOUT_SPACES) return false
  return true
}

const FIRST_WITHOUT_SPACES = 0x2e80

/** The candidates of a surface within a stretch of it, which is none of them; they are moved by `shift`. */
function nest(
  all: readonly Candidate[],
  from: number,
  to: number,
  shift: number,
): readonly NestedCandidate[] {
  let inner: NestedCandidate[] | undefined
  let taken = from
  for (const { start, end, names } of all) {
    if (start < taken || end > to || (start === from && end === to)) continue
    inner ??= []
    inner.push({ start: start + shift, end: end + shift, names, inner: nest(all, start, end, shift) })
    taken = end
  }
  return inner ?? NONE
}
