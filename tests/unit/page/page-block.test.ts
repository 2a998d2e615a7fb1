import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlockBuilder } from '../../../src/page/block-builder.ts'
import type { PageBlock } from '../../../src/page/page-block.ts'
import { piecesOf } from '../../../src/page/pieces.ts'

/** As much of a Text node as a block needs. */
const textNode = (data: string): Text => ({ data }) as Text

/** What a block stands in does not matter here: it is found by its texts. */
const newBuilder = (): BlockBuilder => new BlockBuilder({} as Node)

function blockOf(...texts: string[]): { block: PageBlock; nodes: Text[] } {
  const builder = newBuilder()
  const nodes = texts.map(textNode)
  for (const node of nodes) builder.addText(node, node.data, 0, node.data.length)
  const block = builder.take('en')
  if (block === null) throw new Error('no letter')
  return { block, nodes }
}

describe('the text of a block', () => {
  test.each([
    ['white space within a node', ['a \n\t b'], 'a b'],
    ['white space over nodes', ['a ', ' b', '\n', 'c'], 'a b c'],
    ['white space around', ['\n  a', '  \n'], 'a'],
    ['no white space, no space', ['Sec', 'retary'], 'Secretary'],
    ['a no-break space is a character', ['a\u00a0\u00a0b'], 'a\u00a0\u00a0b'],
    ['a lone line break is a space', ['a\nb'], 'a b'],
  ])('%s', (_reason, texts, expected) => {
    expect(blockOf(...texts).block.text).toBe(expected)
  })

  test('has a letter, or there is no block', () => {
    const builder = newBuilder()
    builder.addText(textNode('12:30 — 2020'), '12:30 — 2020', 0, 12)
    expect(builder.take(undefined)).toBeNull()
    builder.addText(textNode('день'), 'день', 0, 4)
    expect(builder.take(undefined)?.text).toBe('день')
  })

  test('begins anew after it was taken', () => {
    const builder = newBuilder()
    builder.addText(textNode('one'), 'one', 0, 3)
    builder.take('en')
    builder.addText(textNode(' two'), ' two', 0, 4)
    expect(builder.take('fr')).toMatchObject({ text: 'two', lang: 'fr' })
  })
})

describe('the way back to the nodes', () => {
  const units = fc.array(fc.constantFrom('a', 'B', ' ', '\n', '\t', '\u00a0', 'é', '中', '\u00ad'), {
    maxLength: 20,
  })
  const texts = fc.array(
    units.map((each) => each.join('')),
    { minLength: 1, maxLength: 6 },
  )

  test('leads for every unit to the same unit, white space to white space', () => {
    fc.assert(
      fc.property(texts, (datas) => {
        fc.pre(/\p{L}/u.test(datas.join('')))
        const { block } = blockOf(...datas)
        for (let at = 0; at < block.text.length; at++) {
          const [piece, ...others] = piecesOf(block, at, at + 1)
          const unit = piece?.node.data.slice(piece.start, piece.end)
          expect(unit?.replace(/[\t\n]/, ' ')).toBe(block.text[at])
          expect(others).toEqual([])
        }
      }),
    )
  })

  test('of a stretch gives its nodes in order, without a gap in a node', () => {
    const { block, nodes } = blockOf('The Code ', ' of \n', 'Con', 'duct')
    const start = block.text.indexOf('Code')
    const pieces = piecesOf(block, start, block.text.length)
    expect(pieces).toEqual([
      { node: nodes[0], start: 4, end: 9 },
      { node: nodes[1], start: 1, end: 4 },
      { node: nodes[2], start: 0, end: 3 },
      { node: nodes[3], start: 0, end: 4 },
    ])
  })

  test('of a name over a line break within one node is one piece', () => {
    const { block, nodes } = blockOf('the United\n      Nations here')
    const start = block.text.indexOf('United')
    expect(piecesOf(block, start, start + 'United Nations'.length)).toEqual([
      { node: nodes[0], start: 4, end: 24 },
    ])
  })

  test('ends where a node has changed since', () => {
    const { block, nodes } = blockOf('the ITU')
    Object.assign(nodes[0] ?? {}, { data: 'now the ITU' })
    expect(piecesOf(block, 4, 7)).toEqual([])
  })

  test.each([
    ['an empty stretch', 3, 3],
    ['a start before the text', -1, 2],
    ['an end behind the text', 0, 99],
  ])('leads nowhere for %s', (_reason, start, end) => {
    expect(piecesOf(blockOf('the ITU').block, start, end)).toEqual([])
  })

  test('leads nowhere for a gap between boxes, which no node holds', () => {
    const builder = newBuilder()
    const node = textNode('UN')
    builder.addText(node, 'UN', 0, 2)
    builder.addGap()
    builder.addGap()
    builder.addText(node, 'UN', 0, 2)
    const block = builder.take(undefined)
    expect(block?.text).toBe('UN UN')
    expect(block && piecesOf(block, 2, 3)).toEqual([])
    expect(block && piecesOf(block, 3, 5)).toEqual([{ node, start: 0, end: 2 }])
  })
})
