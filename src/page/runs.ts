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
 * Divides the marks of a page (in document order) into runs. What is placed by itself (a bar that sticks
 * to the window, a floating panel) is a run apart as long as there are few: between its neighbours in the
 * document it would not be where they are.
 */
export function runsOf(marks: readonly Mark[]): readonly Run[] {
  const size = Math.max(SHORTEST_RUN, Math.ceil((marks.length * 2) / MOST_RUNS))
  const apart = divide(marks, size, placeOf)
  return apart.length <= MOST_RUNS ? apart : divide(marks, size, () => null)
}

function divide(marks: readonly Mark[], size: number, placeOf: (mark: Mark) => unknown): Run[] {
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
  }
  end()
  return runs
}

function placeOf(mark: Mark): Element | null {
  const element = elementOf(mark)
  return element !== null && 'offsetParent' in element ? (element as HTMLElement).offsetParent : null
}

/** Whether a run may reach into the zone: all that is between its ends counts, and so does what has no box of its own. */
export function isInZone({ first, last }: Run, zone: Zone): boolean {
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
