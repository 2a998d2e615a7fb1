import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockText } from '../../../src/page/block-text.ts'
import { createTextLocator } from '../../../src/page/text-locator.ts'

/** White space of every kind that matters, a no-break space, which is none, and letters. */
const data = fc.string({ unit: fc.constantFrom(' ', ' ', '\n', '\t', '\r', '\f', '\u00a0', 'a', 'é', '組') })
/** Text nodes in order; null is a gap between two boxes. */
const parts = fc.array(fc.option(data, { freq: 4 }), { maxLength: 6 })

/** The locator asks a Text node for nothing but its data. */
const nodeOf = (text: string): Text => ({ data: text }) as Text

function located(texts: readonly (string | null)[]) {
  const locator = createTextLocator()
  for (const text of texts)
    if (text === null) locator.addGap()
    else locator.addText(nodeOf(text), 0, text.length)
  return locator.end()
}

describe('where the text of a block stands', () => {
  test('is worked out for the very text that was read, however white space lies between its nodes', () => {
    fc.assert(
      fc.property(parts, (texts) => {
        const read = blockText(texts.map((text) => text ?? ' ').join(''))
        if (read !== null) expect(located(texts).text).toBe(read)
      }),
    )
  })

  test('each segment is what its node has there, but for signs of white space that show as a space', () => {
    fc.assert(
      fc.property(parts, (texts) => {
        const { text, segments } = located(texts)
        for (const { node, blockStart, nodeStart, length } of segments)
          expect(node.data.slice(nodeStart, nodeStart + length).replace(/[\t\n\f\r]/g, ' ')).toBe(
            text.slice(blockStart, blockStart + length),
          )
      }),
    )
  })
})
