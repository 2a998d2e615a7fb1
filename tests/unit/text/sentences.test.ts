import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../../../src/text/sentences.ts'

/** The sentences expected, and what they show; a bar separates them. */
const CASES: readonly [string, string][] = [
  ['Norov spoke.|He left!|Did he?|Yes.', 'stops'],
  ['Mr. Norov met Dr. Zhao.|They talked.', 'titles'],
  ['The U.N. Charter was signed in San Francisco.|It holds.', 'dotted acronyms'],
  ['He returned to the U.S.|The vote followed.', 'a dotted acronym at the end of a sentence'],
  ['J. K. Rowling wrote it.', 'initials'],
  ['It rose by 3.14 per cent.|Then it fell.', 'decimal points'],
  ['“Really?” he asked.|Nobody knew.', 'a question inside a sentence'],
  ['He said: “We agree.”|Then he left.', 'a closing quote belongs to the sentence'],
  ['See No. 5 and Art. 7 of it.|Done.', 'abbreviations before numbers'],
  ['A title without a stop|A paragraph after a blank line.', 'a blank line'],
  ['上海合作组织成立。|它很好！|是吗？', 'stops of Chinese, which need no space'],
  ['В 2001 г. Совет принял решение.|Президент В. В. Путин выступил.', 'Russian abbreviations and initials'],
  ['هل تم ذلك؟|نعم.', 'the Arabic question mark'],
  ['Wait...|Then go.', 'three stops'],
]

describe('sentencesOf', () => {
  test.each(CASES)('%s (%s)', (marked, reason) => {
    const parts = marked.split('|')
    const between = reason === 'a blank line' ? '\n\n' : /[。！]/u.test(marked) ? '' : ' '
    const text = parts.join(between)
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(parts)
  })

  test('a single line break is no end', () => {
    expect(sentencesOf('one\ntwo.')).toEqual([{ start: 0, end: 8 }])
  })

  test('sentences are in order, trimmed, and leave out only white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a|B| |.|!|?|。|\n|”'.split('|')) }), (text) => {
        let rest = ''
        let last = 0
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          rest += text.slice(last, start)
          last = end
        }
        expect((rest + text.slice(last)).trim()).toBe('')
      }),
    )
  })
})
