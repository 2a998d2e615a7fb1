import { expect, test } from 'vitest'
import { fetchAhead } from '../../../entrypoints/card/fetch-ahead.ts'
import type { Hit } from '../../../src/page/hit-test.ts'
import type { CardView } from '../../../src/ui/card/card-view.ts'

const hitOf = (name: string) => ({ mark: { name } }) as unknown as Hit
const ready = (name: string): CardView => ({ state: 'ready', name, summaries: [] })

/** Answers when told to, and a clock that stands still until moved. */
function manual() {
  let time = 0
  const answers: ((view: CardView) => void)[] = []
  const ahead = fetchAhead(
    () => new Promise((resolve) => answers.push(resolve)),
    () => time,
  )
  return {
    ahead,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    answer: async (view: CardView) => {
      answers.shift()?.(view)
      await Promise.resolve()
    },
  }
}

test('a view that has arrived is handed out once, for its own mark', async () => {
  const { ahead, answer } = manual()
  const [sco, itu] = [hitOf('SCO'), hitOf('ITU')]
  ahead.fetch(sco)
  await answer(ready('SCO'))
  expect(ahead.take(itu)).toBeUndefined()
  ahead.fetch(sco)
  await answer(ready('SCO'))
  expect(ahead.take(sco)).toEqual(ready('SCO'))
  expect(ahead.take(sco)).toBeUndefined()
})

test('nothing is handed out that has not arrived, failed, or is of another time', async () => {
  const { ahead, answer, pass } = manual()
  const sco = hitOf('SCO')
  ahead.fetch(sco)
  expect(ahead.take(sco)).toBeUndefined()
  await answer(ready('too late'))
  expect(ahead.take(sco)).toBeUndefined()
  ahead.fetch(sco)
  await answer({ state: 'failed', name: 'SCO', problem: 'no-answer' })
  expect(ahead.take(sco)).toBeUndefined()
  ahead.fetch(sco)
  await answer(ready('SCO'))
  pass(3000)
  expect(ahead.take(sco)).toBeUndefined()
})

test('the answer for the mark before does not pass for that of the mark after', async () => {
  const { ahead, answer } = manual()
  const [sco, itu] = [hitOf('SCO'), hitOf('ITU')]
  ahead.fetch(sco)
  ahead.fetch(itu)
  await answer(ready('SCO'))
  expect(ahead.take(itu)).toBeUndefined()
})
