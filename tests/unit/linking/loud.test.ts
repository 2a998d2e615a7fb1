import { describe, expect, test } from 'vitest'
import { recognise } from '../../../src/linking/recognise.ts'
import type { Alias, EntityRecord } from '../../../src/model/entity.ts'
import { isLoud } from '../../../src/text/loud-names.ts'
import { readTexts } from '../../eval/harness/read-texts.ts'
import { readLayouts } from '../../fixtures/read-layouts.ts'
import { id, record } from '../facts/record.ts'
import { knowledge } from './read.ts'

/** Words of a hostile bundle; it says of each what makes names count: context, relations, no ambiguity. */
function hostileRecords(
  words: readonly string[],
  alias?: Pick<Alias, 'kind' | 'rules'>,
  context: readonly string[] = words.slice(0, 100),
): EntityRecord[] {
  const ids = words.map((_, index) => id(`e-${String(index).padStart(3, '0')}`))
  return words.map((text, index) =>
    record({
      id: ids[index] ?? id('e'),
      kind: 'organization',
      names: [{ text: alias ? `Organisation number ${index}` : text, lang: 'en' }],
      aliases: alias ? [{ text, lang: 'en', ...alias }] : [],
      relations: ids.slice(0, 100).map((entity) => ({ relation: 'member', entity })),
      context,
    }),
  )
}

const FORMS: readonly [how: string, alias?: Pick<Alias, 'kind' | 'rules'>][] = [
  ['as full names'],
  ['as aliases that say they are clear', { kind: 'full', rules: { ambiguous: false } }],
  ['as short forms of any case', { kind: 'short', rules: { case: 'folded', ambiguous: false } }],
  ['as short forms as written', { kind: 'short', rules: { case: 'exact', ambiguous: false } }],
  ['as acronyms', { kind: 'acronym' }],
]

/** What tags leave of a page of a test; blocks are told well enough for counting. */
const blocksOfHtml = (html: string): string[] =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, '\n')
    .split(/\n\s*\n/)

async function realTexts(): Promise<readonly (readonly string[])[]> {
  const layouts = readLayouts().map(({ html }) => blocksOfHtml(html))
  const texts = (await readTexts('dev')).map(({ text }) => text.split(/\n\s*\n/))
  return [...layouts, ...texts.sort((a, b) => b.join().length - a.join().length).slice(0, 60)]
}

const texts = await realTexts()

/** The commonest words of the texts, as they are written most: what a bundle would list to cover a page. */
function commonest(count: number): string[] {
  const times = new Map<string, number>()
  for (const word of texts
    .flat()
    .join(' ')
    .match(/\p{L}{2,}/gu) ?? [])
    times.set(word.toLowerCase(), (times.get(word.toLowerCase()) ?? 0) + 1)
  return [...times]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word)
}

const LOUD = commonest(200)
let pages = 0

describe('a bundle that lists the commonest words', { timeout: 300_000 }, () => {
  test.each(FORMS)(
    '%s marks none of those that every text has, and none all over a page',
    async (_how, alias) => {
      const hostile = knowledge(hostileRecords(LOUD, alias))
      for (const text of texts) {
        const { blocks } = await recognise({ blocks: text.map((each) => ({ text: each })) }, hostile)
        const surfaces = blocks.flatMap(({ mentions }) => mentions.map(({ surface }) => surface))
        expect(surfaces.filter((surface) => isLoud(surface, surface === surface.toUpperCase()))).toEqual([])
        const times = new Map<string, number>()
        for (const word of surfaces.filter((surface) => /^\p{Ll}+$/u.test(surface)))
          times.set(word, (times.get(word) ?? 0) + 1)
        expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(30)
        pages += 1
      }
    },
  )

  test('the figures', () => {
    console.info(`loud aliases: ${LOUD.length} x ${FORMS.length} forms x ${pages / FORMS.length} texts`)
    expect([LOUD.length, texts.length >= 50]).toEqual([200, true])
  })
})

describe('a word that a bundle lists and a page has again and again', () => {
  const clues = ['walnut', 'carpenter', 'varnish', 'chisel']
  const clear = { kind: 'full', rules: { ambiguous: false } } as const
  const table = knowledge(hostileRecords(['table'], clear, clues))
  const acronym = knowledge(hostileRecords(['NATO'], { kind: 'acronym' }))

  const LONG = `A walnut table, said the carpenter, with varnish ${'and so on '.repeat(30)}.`

  /** How often a page of so many sentences is marked. */
  async function marksIn(known: typeof table, sentence: string, times: number): Promise<number> {
    const { blocks } = await recognise(
      { blocks: Array.from({ length: times }, () => ({ text: sentence })) },
      known,
    )
    return blocks.flatMap(({ mentions }) => mentions).length
  }

  test.each([
    ['four times in a short text', 'A walnut table, said the carpenter, with varnish.', 4, 4],
    ['in each short sentence', 'A walnut table, said the carpenter, with varnish.', 20, 0],
    ['thirty times in a long text', LONG, 30, 30],
    ['more often than that', LONG, 31, 0],
  ])('%s', async (_how, sentence, times, marks) => {
    expect(await marksIn(table, sentence, times)).toBe(marks)
  })

  test('an acronym may stand in every sentence', async () => {
    expect(await marksIn(acronym, 'NATO and its members met at NATO.', 40)).toBe(80)
  })
})
