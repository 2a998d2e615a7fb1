import { describe, expect, test } from 'vitest'
import { mentionsIn } from './read.ts'

describe('people of the same name', () => {
  test.each([
    ['Vladimir Norov spoke.', 'Vladimir Norov=vladimir-norov', 'the name alone'],
    ['The painter Vladimir Norov spoke. Norov left.', '', 'an occupation before the name'],
    ['Vladimir Norov, a goalkeeper of 24, spoke.', '', 'an occupation behind it'],
    ['Ambassador Vladimir Norov spoke.', 'Vladimir Norov=vladimir-norov', 'an office is no other name'],
    ['The work of Vladimir Norov Petersen is on show.', '', 'the name goes on'],
    ['They met Vladimir Norov-Petersen.', '', 'with a hyphen'],
    ['They met Harold Vladimir Norov there.', '', 'the name begins earlier'],
    [
      'UN Hears Vladimir Norov Speak In Geneva Today',
      'Vladimir Norov=vladimir-norov',
      'a headline in capitals',
    ],
    ['They met Vladimir Norov Thursday.', 'Vladimir Norov=vladimir-norov', 'a weekday is no surname'],
  ])('%s: %s (%s)', async (text, mentions, _reason) => {
    const found = await mentionsIn(text)
    expect(found.filter((each) => !each.startsWith('UN=')).join('; ')).toBe(mentions)
  })
})

describe('definitions between commas', () => {
  test.each([
    [
      'The RATS, the Rodent Advice Telephone Service, rang. RATS is free. The SCO Secretary-General and Vladimir Norov came.',
      false,
    ],
    [
      'RATS, the Regional Anti-Terrorist Structure, met in Tashkent. RATS is new. The SCO Secretary-General came.',
      true,
    ],
  ])('%s', async (text, isKnown) => {
    const found = await mentionsIn(text, { date: '2020-02-27' })
    expect(found.includes('RATS=sco-rats')).toBe(isKnown)
  })
})
