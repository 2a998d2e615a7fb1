import type { Mark, MarkedBlock } from './marked-block.ts'
import { flatParent, isElement } from './nodes.ts'
import { endOf, startOf } from './page-block.ts'
import { parentOf, plain } from './plain.ts'

/** Marks that follow one another in the document, painted together or not at all: parts of blocks, never empty. */
export type Run = readonly [RunPart, ...RunPart[]]

/** Marks of one block, by their numbers in it, end exclusive. Never empty. */
interface RunPart {
  readonly marked: MarkedBlock
  readonly from: number
  readonly to: number
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
 * Divides the marks of a page (blocks in document order) into runs, one part a step. What is placed by itself (a bar that
 * sticks to the window, a floating panel) is a run apart as long as there are few: between its neighbours in the
 * document it would not be where they are.
 */
export function* divideIntoRuns(
  blocks: readonly MarkedBlock[],
  count: number,
): Generator<void, readonly Run[]> {
  const size = Math.max(SHORTEST_RUN, Math.ceil((count * 2) / MOST_RUNS))
  const apart = yield* divide(blocks, size, createPlaces())
  return apart.length <= MOST_RUNS ? apart : yield* divide(blocks, size, () => null)
}

function* divide(
  blocks: readonly MarkedBlock[],
  size: number,
  placeOf: (block: MarkedBlock) => unknown,
): Generator<void, Run[]> {
  const runs: Run[] = []
  let place: unknown
  let parts: RunPart[] = []
  let length = 0
  const end = (): void => {
    const [first, ...others] = parts
    if (first !== undefined) runs.push([first, ...others])
    parts = []
    length = 0
  }
  for (const marked of blocks) {
    const its = placeOf(marked)
    if (its !== place) end()
    place = its
    for (let from = 0; from < marked.count; ) {
      if (length >= size) end()
      const to = Math.min(marked.count, from + size - length)
      parts.push({ marked, from, to })
      length += to - from
      from = to
      yield
    }
  }
  end()
  return runs
}

/** What a block is placed by. Paragraphs of one parent are placed by the same: none of them floats by itself. */
function createPlaces(): (marked: MarkedBlock) => Element | null {
  let parent: Node | null = null
  let place: Element | null = null
  return (marked) => {
    const element = startElement(marked)
    const its = element?.localName === 'p' ? parentOf(element) : null
    if (its === null || its !== parent) place = placeOf(element)
    parent = its
    return place
  }
}

const placeOf = (element: Element | null): Element | null =>
  element !== null && 'offsetParent' in element ? (element as HTMLElement).offsetParent : null

/**
 * The marks that may be in a zone, one look a step. A run that reaches into it is halved down to its blocks: what is
 * painted depends on where these are alone, and not on how many marks there are elsewhere. A page of which more and more
 * is marked would be painted anew again and again, and a frame of a long one is dear (docs/adr/0010).
 */
export function* marksIn(zone: Zone, runs: readonly Run[]): Generator<void, readonly Mark[]> {
  const marks: Mark[] = []
  for (const run of runs) yield* addNear(run, zone, marks)
  return marks
}

function* addNear(run: Run, zone: Zone, marks: Mark[]): Generator<void, void> {
  yield
  if (!isInZone(run, zone)) return
  const [{ marked, from, to }] = run
  if (run.length > 1 || to - from > SHORTEST_RUN)
    for (const half of halvesOf(run)) yield* addNear(half, zone, marks)
  else marks.push(...marked.marks.slice(from, to))
}

function halvesOf(run: Run): readonly Run[] {
  const [first, ...others] = run
  const middle = others.length >> 1
  const next = others[middle]
  if (next !== undefined)
    return [
      [first, ...others.slice(0, middle)],
      [next, ...others.slice(middle + 1)],
    ]
  const between = (first.from + first.to) >> 1
  return [[{ ...first, to: between }], [{ ...first, from: between }]]
}

/** All that is between the ends of a run counts, and so does what has no box of its own. */
function isInZone(run: Run, zone: Zone): boolean {
  const ends = boxesOf(run)
  if (ends.some((box) => box === null)) return true
  const top = Math.min(...ends.map((box) => box?.top ?? 0))
  const bottom = Math.max(...ends.map((box) => box?.bottom ?? 0))
  return top <= zone.bottom && bottom >= zone.top
}

/** The boxes of the elements that a run begins and ends in; of the marks themselves where that is one element. */
function boxesOf(run: Run): readonly (DOMRect | null)[] {
  const [first, last] = [run[0], run.at(-1) ?? run[0]]
  const [start, end] = [startElement(first.marked), endElement(last.marked)]
  if (start !== null && end !== null && start !== end) return [boxOf(start), boxOf(end)]
  if (start !== null && first.marked === last.marked && isShort(first.marked)) return [boxOf(start)]
  return [textBox(first.marked.marks[first.from]), textBox(last.marked.marks[last.to - 1])]
}

/** No larger than its marks need it to be. */
const isShort = ({ block, count }: MarkedBlock): boolean => block.texts === null && count <= SHORTEST_RUN

const boxOf = (element: Element): DOMRect | null => ofSomeSize(element.getBoundingClientRect())

const ofSomeSize = (box: DOMRect): DOMRect | null => (box.width === 0 && box.height === 0 ? null : box)

function textBox(mark: Mark | undefined): DOMRect | null {
  const piece = mark?.pieces[0]
  if (piece === undefined || !piece.node.isConnected || piece.end > piece.node.data.length) return null
  const range = plain(piece.node.ownerDocument, 'createRange')()
  range.setStart(piece.node, piece.start)
  range.setEnd(piece.node, piece.end)
  return ofSomeSize(range.getBoundingClientRect())
}

const startElement = ({ block }: MarkedBlock): Element | null => elementOf(startOf(block))
const endElement = ({ block }: MarkedBlock): Element | null => elementOf(endOf(block))

function elementOf(node: Node): Element | null {
  const element = isElement(node) ? node : flatParent(node)
  return isElement(element) ? element : null
}
