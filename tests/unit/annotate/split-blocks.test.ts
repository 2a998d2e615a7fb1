import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitBlocks } from '../../../src/cli/annotate/split-blocks.ts'

describe('blocks of a plain text', () => {
  test.each<
    readonly [text: string, blocks: readonly (readonly [start: number, text: string])[], reason: string]
  >([
    ['one', [[0, 'one']], 'no line end'],
    ['one\ntwo', [[0, 'one two']], 'a single line end is a space'],
    ['one\r\ntwo', [[0, 'one  two']], 'CR LF is one line end; every unit keeps its place'],
    [
      'one\n\ntwo',
      [
        [0, 'one'],
        [5, 'two'],
      ],
      'a blank line ends a block',
    ],
    [
      'one\n \t\n\ntwo',
      [
        [0, 'one'],
        [8, 'two'],
      ],
      'a line of white space is blank',
    ],
    [
      'one\r\n\r\ntwo',
      [
        [0, 'one'],
        [7, 'two'],
      ],
      'the same with CR LF',
    ],
    ['\n\n  \n\n', [], 'nothing but white space has no block'],
    ['', [], 'an empty text has none'],
  ])('%j: %j (%s)', (text, blocks) => {
    expect(splitBlocks(text).map((block) => [block.start, block.text])).toEqual(blocks)
  })

  test('every block stands where it says, line ends aside', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B ', '\n', '\r\n', '\n\n', ' ', '😀'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (whole) => {
        for (const block of splitBlocks(whole)) {
          const piece = whole.slice(block.start, block.start + block.text.length)
          expect(piece.replace(/[\r\n]/g, ' ')).toBe(block.text)
        }
      }),
    )
  })
})
