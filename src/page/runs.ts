import type { Mark } from './marks.ts'
import { flatParent, isElement } from './nodes.ts'
import { plain } from './plain.ts'

/** Marks that follow one another in the document, painted together or not at all. Never empty. */
export interface Run {
  readonly marks: readonly Mark[]
  readonly first: Mark
  readonly last: Mark
}

/** The part of the page in which marks are painted: viewport pixels from the top. */
export interface Zone {
  readonly top: number
  readonly bottom: number
}

/** So many runs are looked at in one go: two rectangles each, some 2 ms in all (docs/adr/0010). */
const MOST_RUNS = 256

/** A run is no shorter: finer ones save no painting worth the looking. */
const SHORTEST_RUN = 16

/**
 * Divides the marks of a page (in document order) into runs, one mark a step. What is placed by itself (a bar that
 * sticks to the window, a floating panel) is a run apart as long as there are few: between its neighbours in the
 * document it would not be where they are.
 */
export function* divideIntoRuns(marks: readonly Mark[]): Generator<void, readonly Run[]> {
  const size = Math.max(SHORTEST_RUN, Math.ceil((marks.length * 2) / MOST_RUNS))
  const apart = yield* divide(marks, size, createPlaces())
  return apart.length <= MOST_RUNS ? apart : yield* divide(marks, size, () => null)
}

function* divide(
  marks: readonly Mark[],
  size: number,
  placeOf: (mark: Mark) => unknown,
): Generator<void, Run[]> {
  const runs: Run[] = []
  let place: unknown
  let members: Mark[] = []
  const end = (): void => {
    const [first, last] = [members[0], members.at(-1)]
    if (first !== undefined && last !== undefined) runs.push({ marks: members, first, last })
    members = []
  }
  for (const mark of marks) {
    const its = placeOf(mark)
    if (members.length === size || its !== place) end()
    place = its
    members.push(mark)
    yield
  }
  end()
  return runs
}

/** What a mark is placed by; marks that follow one another in one text are placed by the same. */
function createPlaces(): (mark: Mark) => Element | null {
  let text: Text | null = null
  let place: Element | null = null
  return (mark) => {
    const { node } = mark.pieces[0]
    if (node !== text) place = placeOf(elementOf(mark))
    text = node
    return place
  }
}

const placeOf = (element: Element | null): Element | null =>
  element !== null && 'offsetParent' in element ? (element as HTMLElement).offsetParent : null

/** The marks of the runs that may reach into a zone, one run a step. */
export function* marksIn(zone: Zone, runs: readonly Run[]): Generator<void, readonly Mark[]> {
  const marks: Mark[] = []
  for (const run of runs) {
    if (isInZone(run, zone)) marks.push(...run.marks)
    yield
  }
  return marks
}

/** All that is between the ends of a run counts, and so does what has no box of its own. */
function isInZone({ first, last }: Run, zone: Zone): boolean {
  const ends = [boxOf(first, last), boxOf(last, first)]
  if (ends.some((box) => box === null)) return true
  const top = Math.min(...ends.map((box) => box?.top ?? 0))
  const bottom = Math.max(...ends.map((box) => box?.bottom ?? 0))
  return top <= zone.bottom && bottom >= zone.top
}

/** The box of a mark's element; of the mark itself where the other end of the run lies in the same element. */
function boxOf(mark: Mark, other: Mark): DOMRect | null {
  const element = elementOf(mark)
  const box =
    element === null || element === elementOf(other) ? textBox(mark) : element.getBoundingClientRect()
  return box.width === 0 && box.height === 0 ? null : box
}

function textBox({ pieces: [{ node, start, end }] }: Mark): DOMRect {
  const range = plain(node.ownerDocument, 'createRange')()
  if (!node.isConnected || end > node.data.length) return new DOMRect()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range.getBoundingClientRect()
}

function elementOf({ pieces: [{ node }] }: Mark): Element | null {
  const parent = flatParent(node)
  return isElement(parent) ? parent : null
}
