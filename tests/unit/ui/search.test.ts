import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import type { SearchHit } from '../../../src/model/lookup.ts'
import { newestOnly } from '../../../src/ui/popup/newest-only.ts'
import {
  activeHit,
  hitsOf,
  NO_SEARCH,
  preparingOf,
  type SearchEvent,
  type SearchState,
  searchReducer,
} from '../../../src/ui/popup/search-state.ts'

const hit = (id: string): SearchHit => ({
  ref: { bundle: 'world' as BundleId, entity: id as EntityId },
  kind: 'organization',
  matched: id,
  names: [{ text: id, lang: 'en' }],
  descriptions: [],
})
const run = (...events: SearchEvent[]): SearchState => events.reduce(searchReducer, NO_SEARCH)
const typed = (query: string): SearchEvent => ({ type: 'typed', query })
const answered = (query: string, ...hits: SearchHit[]): SearchEvent => ({
  type: 'answered',
  query,
  answer: { hits },
})

describe('a search', () => {
  test('keeps the hits of the last answer in place while the next is awaited', () => {
    const state = run(typed('s'), answered('s', hit('sco')), typed('sc'))
    expect(state).toEqual({ state: 'searching', query: 'sc', hits: [hit('sco')], active: 0 })
  })

  test('does not take the answer to another question', () => {
    const state = run(typed('s'), typed('it'), answered('s', hit('sco')))
    expect(hitsOf(state)).toEqual([])
    expect(run(typed('s'), typed('it'), { type: 'failed', query: 's' }).state).toBe('searching')
  })

  test('ends with an empty field, and with one of spaces', () => {
    expect(run(typed('s'), answered('s', hit('sco')), typed(''))).toEqual(NO_SEARCH)
    expect(run(typed('  '))).toEqual(NO_SEARCH)
    expect(run(typed('s'), typed(''), answered('s', hit('sco')))).toEqual(NO_SEARCH)
  })

  test('goes round at both ends of its hits', () => {
    const found = [typed('s'), answered('s', hit('a'), hit('b'), hit('c'))]
    expect(activeHit(run(...found))?.matched).toBe('a')
    expect(activeHit(run(...found, { type: 'moved', by: -1 }))?.matched).toBe('c')
    expect(
      activeHit(run(...found, { type: 'moved', by: 1 }, { type: 'moved', by: 1 }, { type: 'moved', by: 1 }))
        ?.matched,
    ).toBe('a')
  })

  test('says how far the search is from being ready, and keeps the choice when it asks again', () => {
    const preparing = { index: 'search', done: 1, total: 4 } as const
    const answer = (hits: SearchHit[], more = {}): SearchEvent => ({
      type: 'answered',
      query: 's',
      answer: { hits, preparing: { ...preparing, ...more } },
    })
    const waiting = run(typed('s'), answer([hit('a'), hit('b')]), { type: 'moved', by: 1 })
    expect(preparingOf(waiting)).toEqual(preparing)
    const later = [waiting, answer([hit('a'), hit('b')], { done: 2 })] as const
    expect(activeHit(searchReducer(...later))?.matched).toBe('b')
    expect(preparingOf(searchReducer(...later))?.done).toBe(2)
    expect(preparingOf(searchReducer(waiting, typed('sc')))).toEqual(preparing)
    expect(preparingOf(searchReducer(waiting, answered('s', hit('a'))))).toBeUndefined()
  })

  test('has nothing to move in where nothing was found', () => {
    expect(activeHit(run(typed('x'), answered('x'), { type: 'moved', by: 1 }))).toBeUndefined()
    expect(run({ type: 'moved', by: 1 })).toEqual(NO_SEARCH)
  })
})

describe('questions put one at a time', () => {
  /** Answers when told to, in the order asked. */
  function manual() {
    const asked: string[] = []
    const answers: ((fails?: boolean) => void)[] = []
    const heard: string[] = []
    const put = newestOnly(
      (question: string) => {
        asked.push(question)
        return new Promise<string>((resolve, reject) => {
          answers.push((fails) => (fails ? reject(new Error('gone')) : resolve(question.toUpperCase())))
        })
      },
      (question, answer) => heard.push(answer.ok ? `${question}: ${answer.value}` : `${question}: failed`),
    )
    const answer = async (fails = false) => {
      answers.shift()?.(fails)
      await new Promise((resolve) => setTimeout(resolve))
    }
    return { put, asked, heard, answer }
  }

  test('skip those that were asked meanwhile, but for the newest', async () => {
    const { put, asked, heard, answer } = manual()
    for (const question of ['s', 'sc', 'sco']) put(question)
    expect(asked).toEqual(['s'])
    await answer()
    expect(asked).toEqual(['s', 'sco'])
    await answer()
    expect(heard).toEqual(['s: S', 'sco: SCO'])
  })

  test('go on after a failure', async () => {
    const { put, heard, answer } = manual()
    put('a')
    put('b')
    await answer(true)
    await answer()
    expect(heard).toEqual(['a: failed', 'b: B'])
  })

  test('are asked at once again when all is answered', async () => {
    const { put, asked, answer } = manual()
    put('a')
    await answer()
    put('b')
    expect(asked).toEqual(['a', 'b'])
  })
})
