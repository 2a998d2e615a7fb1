import type { Candidate, NameIndex } from '../matching/types.ts'
import { refKey } from '../model/ids.ts'

/** A candidate and the shorter ones inside it, to fall back on where the long one is not meant. */
export interface NestedCandidate extends Candidate {
  readonly inner: readonly NestedCandidate[]
}

/** What names that were read before hold, by the name as it stands: a page repeats a few names many times. */
export type KnownNames = Map<string, readonly Candidate[]>

/**
 * The leftmost-longest candidates of a text, each with what it holds. Offsets are UTF-16 units into
 * the text. `known` is filled, and serves the other texts of the same page.
 */
export function nestedCandidates(
  text: string,
  index: NameIndex,
  known: KnownNames = new Map(),
): NestedCandidate[] {
  const found = index.scan(text).map((candidate) => widened(candidate, text, index))
  const free = found.filter((candidate, at) => candidate.start >= (found[at - 1]?.end ?? 0))
  return free.map((candidate) => ({ ...candidate, inner: insideOf(candidate, text, index, known) }))
}

/** A name with a year before it may be the head of a longer one without: "2011 Code of Conduct | for Information Security". */
function widened(candidate: Candidate, text: string, index: NameIndex): Candidate {
  const year = /^(?:1[89]|20)\d\d\s+/u.exec(text.slice(candidate.start, candidate.start + 8))
  if (!year) return candidate
  const from = candidate.start + year[0].length
  const [longer] = index.scan(text.slice(from, from + LONGEST_NAME))
  if (longer?.start !== 0 || from + longer.end <= candidate.end) return candidate
  const meant = new Set(candidate.names.map((number) => refKey(index.name(number).entity)))
  const same = longer.names.filter((number) => meant.has(refKey(index.name(number).entity)))
  return same.length > 0
    ? { ...candidate, end: from + longer.end, names: [...candidate.names, ...same] }
    : candidate
}

/** The longest name that a record may have (docs/contracts.md). */
const LONGEST_NAME = 200

/** One word holds no other name, so most acronyms need no second scan. */
function insideOf(
  candidate: Candidate,
  text: string,
  index: NameIndex,
  known: KnownNames,
): NestedCandidate[] {
  const surface = text.slice(candidate.start, candidate.end)
  if (/^[\p{L}\p{N}]*$/u.test(surface)) return []
  const all = known.get(surface) ?? index.scanAll(surface)
  known.set(surface, all)
  return nest(
    all.map((each) => shifted(each, candidate.start)),
    candidate,
  )
}

const shifted = (candidate: Candidate, by: number): Candidate => ({
  ...candidate,
  start: candidate.start + by,
  end: candidate.end + by,
})

function nest(all: readonly Candidate[], outer: Candidate): NestedCandidate[] {
  const within = all.filter(
    (each) => each.start >= outer.start && each.end <= outer.end && !sameSpan(each, outer),
  )
  const inner: NestedCandidate[] = []
  for (const candidate of within)
    if (candidate.start >= (inner.at(-1)?.end ?? 0))
      inner.push({ ...candidate, inner: nest(within, candidate) })
  return inner
}

const sameSpan = (a: Candidate, b: Candidate): boolean => a.start === b.start && a.end === b.end
