import { hasSpecialSpace } from './block-text.ts'
import type { Segment } from './page-block.ts'

/** Puts the text of one block together as block-text.ts does; every unit that is kept keeps its origin. */
export interface TextLocator {
  /** Appends a stretch of a Text node's data (UTF-16 offsets). */
  readonly addText: (node: Text, start: number, end: number) => void
  /** Appends a space that belongs to no node, unless the text ends with one. */
  readonly addGap: () => void
  /** The text, without the space that it may end with, and where it stands. To be called once. */
  readonly end: () => { readonly text: string; readonly segments: readonly Segment[] }
}

/** Two or more spaces, or anything else that shows as one space. No backtracking: linear in the run's length. */
const WHITE_SPACE_RUN = / {2,}|[\t\n\f\r][\t\n\f\r ]*/g

/** Nothing is located yet. */
export function createTextLocator(): TextLocator {
  let text = ''
  const segments: Segment[] = []

  const endsWithSpace = (): boolean => text === '' || text.endsWith(' ')

  const append = (node: Text, units: string, nodeStart: number): void => {
    const last = segments.at(-1)
    const follows = last?.node === node && last.nodeStart + last.length === nodeStart
    if (last !== undefined && follows && last.blockStart + last.length === text.length)
      segments[segments.length - 1] = { ...last, length: last.length + units.length }
    else segments.push({ node, blockStart: text.length, nodeStart, length: units.length })
    text += units
  }

  const appendWords = (node: Text, data: string, from: number, to: number): void => {
    const start = data[from] === ' ' && endsWithSpace() ? from + 1 : from
    if (start < to) append(node, data.slice(start, to), start)
  }

  const addText = (node: Text, start: number, end: number): void => {
    const { data } = node
    let from = start
    const runs = hasSpecialSpace(data) ? data.slice(start, end).matchAll(WHITE_SPACE_RUN) : []
    for (const run of runs) {
      appendWords(node, data, from, start + run.index)
      if (!endsWithSpace()) append(node, ' ', start + run.index)
      from = start + run.index + run[0].length
    }
    appendWords(node, data, from, end)
  }

  return {
    addText,
    addGap: () => {
      if (!endsWithSpace()) text += ' '
    },
    end: () => {
      if (text.endsWith(' ')) cutLast(segments, text.length - 1)
      return { text: text.endsWith(' ') ? text.slice(0, -1) : text, segments }
    },
  }
}

/** The space at the end is the last unit of the last segment, or belongs to none. */
function cutLast(segments: Segment[], length: number): void {
  const last = segments.pop()
  const kept = last === undefined ? 0 : Math.min(last.length, length - last.blockStart)
  if (last !== undefined && kept > 0) segments.push({ ...last, length: kept })
}
