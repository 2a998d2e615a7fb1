import { describe, expect, test } from 'vitest'
import { mentionsIn, read } from './read.ts'

type Row = readonly [text: string, mentions: string, reason: string]

const check = async (text: string, mentions: string) =>
  expect((await mentionsIn(text)).join('; ')).toBe(mentions)

describe('surnames', () => {
  test.each<Row>([
    [
      'Vladimir Norov spoke. Norov left.',
      'Vladimir Norov=vladimir-norov; Norov=vladimir-norov',
      'after the full name',
    ],
    ['Norov left. Vladimir Norov spoke.', 'Vladimir Norov=vladimir-norov', 'not before it'],
    [
      'Zhao Houlin spoke. Mr. Zhao left.',
      'Zhao Houlin=houlin-zhao; Zhao=houlin-zhao',
      'after a form of address',
    ],
    [
      'Vladimir Norov spoke. Then Norov left.',
      'Vladimir Norov=vladimir-norov; Norov=vladimir-norov',
      'a sentence may begin with a capital word',
    ],
    [
      'Vladimir Norov spoke. So did Elena Norov.',
      'Vladimir Norov=vladimir-norov',
      'another given name: somebody else',
    ],
    [
      'Houlin Zhao spoke. Zhao Lijian left.',
      'Houlin Zhao=houlin-zhao',
      'the family name first: somebody else',
    ],
    ['Vladimir Norov lives in Norov Street.', 'Vladimir Norov=vladimir-norov', 'the name goes on'],
    [
      'Zhang Ming met Zhang Deguang. Zhang smiled.',
      'Zhang Ming=zhang-ming; Zhang Deguang=zhang-deguang; Zhang=zhang-ming|zhang-deguang',
      'two bearers: the choice is offered',
    ],
    ['Zhang Ming, a cook, spoke. Zhang smiled.', '', 'a name that thousands bear says nothing by itself'],
    [
      'The Shanghai Cooperation Organisation listened. Zhang Ming spoke. Zhang smiled.',
      'Shanghai Cooperation Organisation=sco; Zhang Ming=zhang-ming; Zhang=zhang-ming',
      'only one of them is on the page',
    ],
    ['Ban Ki-moon wants a ban.', 'Ban Ki-moon=ban-ki-moon', 'a word is no surname'],
  ])('%s: %s (%s)', check)

  test('a full name in the title licenses a surname in the text, and has no mention of its own', async () => {
    expect(await mentionsIn('Norov left.', { title: 'Vladimir Norov in Geneva' })).toEqual([
      'Norov=vladimir-norov',
    ])
  })

  test('a surname in the title licenses nothing', async () => {
    expect(await mentionsIn('Norov left.', { title: 'Norov in Geneva' })).toEqual([])
  })

  test('blocks are read in order, and a later request goes on from an earlier one', async () => {
    expect(await mentionsIn(['Norov left.', 'Vladimir Norov spoke.', 'Norov left.'])).toHaveLength(2)
    const { established } = await read('Vladimir Norov spoke.')
    expect(await mentionsIn('Norov left.', { established })).toEqual(['Norov=vladimir-norov'])
  })
})

describe('generic forms', () => {
  const CODE = 'In 2011 the SCO sent a Code of Conduct for Information Security to the UN General Assembly.'

  test.each<Row>([
    [
      'The Regional Anti-Terrorist Structure met. The Structure agreed.',
      'Structure=sco-rats',
      'the head of the name',
    ],
    [
      'The Shanghai Cooperation Organisation met. The Organization agreed.',
      'Organization=sco',
      'in either spelling',
    ],
    [`${CODE} The Code is long.`, 'Code=code-of-conduct-2011', 'of the version that was meant'],
    [
      `${CODE} The aforementioned Code of Conduct is long.`,
      'Code of Conduct=code-of-conduct-2011',
      'a longer part of the name',
    ],
    [`${CODE} The 2015 Code is longer.`, '2015 Code=code-of-conduct-2015', 'a year names the other version'],
    [
      `${CODE} One of the Code’s goals is peace.`,
      'Code=code-of-conduct-2011',
      'a possessive ending stays outside',
    ],
    [
      'The ITU Secretary-General spoke. The Secretary-General left.',
      'Secretary-General=itu-secretary-general',
      'an office',
    ],
    [
      'The International Telecommunication Union met. The agency’s Deputy Secretary-General left.',
      'Deputy Secretary-General=itu-deputy',
      'of what a noun in the genitive stands for',
    ],
    [
      "The International Telecommunication Union met. The agency's third Deputy Secretary-General left.",
      'Deputy Secretary-General=itu-deputy',
      'the same with a straight apostrophe and a number',
    ],
    [
      'The ITU Secretary-General met the UN Secretary-General. The Secretary-General left.',
      'Secretary-General=itu-secretary-general|un-secretary-general',
      'two antecedents: the choice is offered',
    ],
  ])('%s ends with %s (%s)', async (text, last) => {
    expect((await mentionsIn(text)).at(-1)).toBe(last)
  })

  test.each<readonly [text: string, reason: string]>([
    ['The Code is long.', 'nothing was named before'],
    ['The Structure agreed. The Regional Anti-Terrorist Structure met.', 'it was named only after'],
    [`${CODE} The code is long.`, 'a small letter'],
    [`${CODE} The Code of Criminal Procedure is long.`, 'the name goes on: another code'],
    [`${CODE} The Code Commission met.`, 'the same without a preposition'],
    [`${CODE} The Code on Public Works is long.`, 'the same with one'],
    [`${CODE} A Code is long.`, 'an indefinite article brings up something new'],
    [`${CODE} The Code to Norway is long.`, 'the same with another'],
    [
      `${CODE} The Code of Criminal Procedure is long. The Code is short.`,
      'a code that is not known bears the form as well',
    ],
    [`${CODE} The Maritime Labour Code is long. The Code is short.`, 'the same with the noun at the end'],
    [`${CODE} The 2003 Code is long.`, 'a year that none of them has'],
  ])('%s marks no generic form (%s)', async (text) => {
    const { blocks } = await read(text)
    const vias = blocks.flatMap(({ mentions }) =>
      mentions.filter(({ surface }) => /^(?:\d+ )?(?:Code|Structure)$/.test(surface)),
    )
    expect(vias).toEqual([])
  })
})
