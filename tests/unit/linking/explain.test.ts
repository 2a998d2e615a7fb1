import { describe, expect, test } from 'vitest'
import { explainMention } from '../../../src/linking/recognise.ts'
import type { Explanation } from '../../../src/model/explanation.ts'
import { knowledge, read } from './read.ts'

const WORLDLY = knowledge()

/** The explanation of the mention that begins with `surface` in the last of the texts. */
async function why(texts: readonly string[], surface: string, date?: string): Promise<Explanation | null> {
  const blocks = texts.map((text) => ({ text }))
  const start = texts.at(-1)?.lastIndexOf(surface) ?? 0
  return explainMention({ blocks, ...(date && { date }) }, { block: texts.length - 1, start }, WORLDLY)
}

describe('the reasons behind a mention', () => {
  test('an ambiguous acronym: the name, what was seen on the page, and the sum that decides', async () => {
    const explained = await why(
      ['The SCO Secretary-General met Vladimir Norov in Tashkent. SCO stands firm.'],
      'SCO',
    )
    const [sense] = explained?.chosen ?? []
    expect(explained).toMatchObject({ surface: 'SCO', via: 'acronym', rejected: [] })
    expect(sense).toMatchObject({
      name: 'Shanghai Cooperation Organisation',
      alias: 'SCO',
      aliasKind: 'acronym',
    })
    const seen = sense?.evidence.map(({ kind, seen: what }) => [
      kind,
      what && ('word' in what ? what.word : what.name),
    ])
    expect(seen).toContainEqual(['related', 'Vladimir Norov'])
    expect(seen).toContainEqual(['context', 'tashkent'])
    expect(sense?.support).toBeGreaterThanOrEqual(explained?.linkedFrom ?? 1)
  })

  test('a surname counts by the full name before it, and by nothing else', async () => {
    const explained = await why(['Vladimir Norov arrived. Norov spoke.'], 'Norov')
    expect(explained?.chosen.map(({ evidence }) => evidence.map(({ kind }) => kind))).toEqual([['licensed']])
    const { worth = 0, support, evidence = [] } = explained?.chosen[0] ?? {}
    expect(support).toBeCloseTo(worth + (evidence[0]?.weight ?? 0))
  })

  test('two bearers: both are chosen, and each is explained', async () => {
    const explained = await why(['Zhang Ming met Zhang Deguang. Then Zhang left.'], 'Zhang')
    expect(explained?.chosen.map(({ name }) => name).sort()).toEqual(['Zhang Deguang', 'Zhang Ming'])
  })

  test('the other version is among the rejected, with its reason', async () => {
    const texts = [
      'The Shanghai Cooperation Organisation met.',
      'The 2013 Bishkek summit was the first there.',
    ]
    const explained = await why(texts, 'Bishkek summit')
    expect(explained?.chosen.map(({ entity }) => entity.entity)).toEqual(['summit-2013'])
    expect(explained?.rejected.map(({ entity, reason }) => [entity.entity, reason])).toContainEqual([
      'summit-2019',
      'other-version',
    ])
  })

  test.each([
    ['where no mention begins', { block: 0, start: 1 }],
    ['past the last block', { block: 9, start: 0 }],
  ])('there is none %s', async (_where, at) => {
    expect(await explainMention({ blocks: [{ text: 'Vladimir Norov' }] }, at, WORLDLY)).toBeNull()
  })

  test('it explains what recognising gave: every mention has its explanation', async () => {
    const text =
      'The Shanghai Cooperation Organisation (SCO) met. The SCO Secretary-General, Vladimir Norov, spoke; Norov left.'
    const { blocks } = await read(text)
    const mentions = blocks.flatMap((block) => block.mentions)
    expect(mentions.length).toBeGreaterThan(3)
    for (const { start, end, entity, score } of mentions) {
      const explained = await explainMention({ blocks: [{ text }] }, { block: 0, start }, WORLDLY)
      expect(explained).toMatchObject({ start, end, chosen: [{ entity }] })
      expect(explained?.chosen[0]?.support).toBeCloseTo(score, 2)
    }
  })
})
