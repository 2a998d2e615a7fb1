/** A block of a plain text. `start` is where it begins, in UTF-16 units of the whole text. */
export interface PlainBlock {
  readonly start: number
  readonly text: string
}

/** A line end, then lines of nothing but white space. */
const BLANK_LINES = /(?:\r\n|\r(?!\n)|\n)(?:[^\S\r\n]*(?:\r\n|\r(?!\n)|\n))+/g

/**
 * The blocks of a plain text: a blank line ends a block, a single line end is a space. Every block
 * is as long as its stretch of the text, so that offsets only shift by its `start`.
 */
export function splitBlocks(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = []
  let start = 0
  for (const gap of text.matchAll(BLANK_LINES)) {
    blocks.push(blockOf(text, start, gap.index))
    start = gap.index + gap[0].length
  }
  blocks.push(blockOf(text, start, text.length))
  return blocks.filter((block) => block.text.trim() !== '')
}

const blockOf = (text: string, start: number, end: number): PlainBlock => ({
  start,
  text: text.slice(start, end).replace(/[\r\n]/g, ' '),
})
