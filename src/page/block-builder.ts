import type { PageBlock, Segment } from './page-block.ts'

/** Gathers the text of one block. White space is collapsed as the browser shows it; every kept unit keeps its origin. */
export interface BlockBuilder {
  /** Appends a stretch of a Text node's data (UTF-16 offsets). */
  readonly addText: (node: Text, start: number, end: number) => void
  /** Appends a space that belongs to no node, unless the text ends with one. */
  readonly addGap: () => void
  /** UTF-16 units so far. */
  readonly length: () => number
  /** The block so far, or null where it has no letter and so cannot name anything; the builder starts anew. */
  readonly take: (lang: string | undefined) => PageBlock | null
}

/** Two or more spaces, or anything else that shows as one space. No backtracking: linear in the run's length. */
const WHITE_SPACE_RUN = / {2,}|[\t\n\f\r][\t\n\f\r ]*/g
const TO_COLLAPSE = / {2}|[\t\n\f\r]/
const LETTER = /\p{L}/u

/** An empty builder. */
export function createBlockBuilder(): BlockBuilder {
  let text = ''
  let segments: Segment[] = []

  const endsWithSpace = (): boolean => text === '' || text.endsWith(' ')

  const append = (node: Text, units: string, nodeStart: number): void => {
    const last = segments.at(-1)
    const follows = last?.node === node && last.nodeStart + last.length === nodeStart
    if (last !== undefined && follows && last.blockStart + last.length === text.length)
      segments[segments.length - 1] = { ...last, length: last.length + units.length }
    else segments.push({ node, blockStart: text.length, nodeStart, length: units.length })
    text += units
  }

  const appendWords = (node: Text, from: number, to: number): void => {
    const start = node.data[from] === ' ' && endsWithSpace() ? from + 1 : from
    if (start < to) append(node, node.data.slice(start, to), start)
  }

  const addText = (node: Text, start: number, end: number): void => {
    const { data } = node
    let from = start
    const runs = TO_COLLAPSE.test(data) ? data.slice(start, end).matchAll(WHITE_SPACE_RUN) : []
    for (const run of runs) {
      appendWords(node, from, start + run.index)
      if (!endsWithSpace()) append(node, ' ', start + run.index)
      from = start + run.index + run[0].length
    }
    appendWords(node, from, end)
  }

  const take = (lang: string | undefined): PageBlock | null => {
    const block = LETTER.test(text) ? trimmed(text, segments, lang) : null
    text = ''
    segments = []
    return block
  }

  return {
    addText,
    addGap: () => {
      if (!endsWithSpace()) text += ' '
    },
    length: () => text.length,
    take,
  }
}

function trimmed(text: string, segments: Segment[], lang: string | undefined): PageBlock {
  const language = lang === undefined ? {} : { lang }
  if (!text.endsWith(' ')) return { text, segments, ...language }
  const length = text.length - 1
  // The space is the last unit of the last segment, or belongs to none.
  const last = segments.pop()
  const kept = last === undefined ? 0 : Math.min(last.length, length - last.blockStart)
  if (last !== undefined && kept > 0) segments.push({ ...last, length: kept })
  return { text: text.slice(0, length), segments, ...language }
}
