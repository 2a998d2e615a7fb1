import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundNames } from '../../../src/linking/found-names.ts'
import { link } from '../../../src/linking/link.ts'
import { pageBlock } from '../../../src/linking/page-block.ts'
import { recognise } from '../../../src/linking/recognise.ts'
import { cachedViews } from '../../../src/linking/view-source.ts'
import { warmIndex } from '../../../src/linking/warm-index.ts'
import { spanOf } from '../../../src/model/partial-date.ts'
import { ref } from '../facts/record.ts'
import { knowledge, mentionsIn, read } from './read.ts'
import { WORLD } from './world.ts'

const FRAGMENTS = [
  ...WORLD.flatMap((record) => [...record.names, ...record.aliases].map(({ text }) => text)),
  ...'the former then- of the ’s ( ) " “ ” , . ; 2011 2015 June 2009 in In The Code Secretary-General chief Zhang Norov'.split(
    ' ',
  ),
  'was signed in',
  'approved',
  '\u00a0',
  '\u00ad',
  '-elect',
  '上',
  'и',
]

const text = fc
  .array(fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''))
const date = fc.constantFrom(undefined, '2012', '2020-02-27', 'no date')

describe('whatever the text', () => {
  test('mentions are in order, do not overlap, and their surface is the text', async () => {
    await fc.assert(
      fc.asyncProperty(text, date, async (page, on) => {
        const { blocks } = await read(page, on === undefined ? {} : { date: on })
        let last = 0
        for (const mention of blocks[0]?.mentions ?? []) {
          expect(mention.start).toBeGreaterThanOrEqual(last)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(page.slice(mention.start, mention.end)).toBe(mention.surface)
          expect(mention.surface).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}\p{Cf}.)]$/su)
          last = mention.end
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a mention means one entity, or at least two', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (page) => {
        const { blocks } = await read(page)
        for (const { entity, candidates, score } of blocks[0]?.mentions ?? []) {
          expect(entity === null ? (candidates?.length ?? 0) > 1 : candidates === undefined).toBe(true)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a hint lies in its block and covers a mention of its entity', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (page) => {
        const { blocks } = await read(page)
        for (const hint of blocks[0]?.hints ?? []) {
          expect(page.slice(hint.start, hint.end)).toContain(hint.textSays)
          const covered = blocks[0]?.mentions.some(
            ({ start, end, entity }) =>
              start >= hint.start && end <= hint.end && entity?.entity === hint.entity.entity,
          )
          expect(covered).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('recognising', () => {
  const TEXT = 'SCO Secretary-General Vladimir Norov met Houlin Zhao of the ITU. Norov left.'

  test('answers block by block, the empty ones included', async () => {
    const { blocks } = await read(['', TEXT, 'Nothing here.'])
    expect(blocks.map(({ mentions }) => mentions.length)).toEqual([0, 5, 0])
  })

  test('linking alone is pure: the same reading gives the same answer', async () => {
    const { index: names, views } = knowledge()
    const index = warmIndex(names)
    const tokens = index.takeTokens()
    const candidates = foundNames(TEXT, index, tokens)
    const whole = { text: TEXT, lang: undefined, firstToken: 0, lastToken: tokens.count }
    const blocks = [pageBlock({ ...whole, candidates, isTitle: false })]
    const all = await views(WORLD.map(({ id }) => `test/${id}`))
    const on = spanOf('2020')
    const reading = { blocks, tokens, index, views: all, established: [], ...(on && { date: on }) }
    expect(link(reading)).toEqual(link(reading))
    expect(link(reading)).toEqual(await read(TEXT, { date: '2020' }))
  })

  test('asks for views at most twice, and warm views are not asked for again', async () => {
    const { index, views } = knowledge()
    const asked: string[][] = []
    const warm = cachedViews(async (keys) => {
      asked.push([...keys])
      return views(asked.at(-1) ?? [])
    })
    const input = { blocks: [{ text: 'The UN and the ITU chief met.' }] }
    const first = await recognise(input, { index, views: warm })
    expect(asked.length).toBeLessThanOrEqual(2)
    expect(new Set(asked.flat()).size).toBe(asked.flat().length)
    const before = asked.length
    expect(await recognise(input, { index, views: warm })).toEqual(first)
    expect(asked).toHaveLength(before)
  })

  test('a look-up that fails fails the request', async () => {
    const { index } = knowledge()
    const views = () => Promise.reject(new Error('no database'))
    await expect(recognise({ blocks: [{ text: TEXT }] }, { index, views })).rejects.toThrow('no database')
  })

  test('an entity that the look-up does not know is left out', async () => {
    const { index, views } = knowledge()
    const without = async (keys: Iterable<string>) => {
      const found = new Map(await views(keys))
      found.delete('test/vladimir-norov')
      return found
    }
    const { blocks } = await recognise({ blocks: [{ text: TEXT }] }, { index, views: without })
    expect(blocks[0]?.mentions.map(({ entity }) => entity?.entity)).not.toContain('vladimir-norov')
  })

  test('tells what later parts of the page may build on, and takes it back', async () => {
    const { established } = await read(TEXT)
    expect(established).toContainEqual(ref('vladimir-norov'))
    expect(await mentionsIn('The Union met.', { established: [ref('itu')] })).toEqual(['Union=itu'])
  })
})
