import { expect, test } from 'vitest'
import { yearsIn } from '../../../src/text/years.ts'

test.each([
  ['In 2009 and again in 2011, the Code of 2011', [2009, 2011], 'each once'],
  ['2009年、2015年', [2009, 2015], 'a sign follows at once in Chinese and Japanese'],
  ['в 2009 году', [2009], 'a word of another script follows'],
  ['the 2001–2004 talks, from 2007-2008', [2001, 2004, 2007], 'a range tells of its beginning and end'],
  ['founded in 1865.', [1865], 'the end of a sentence'],
  ['over 165,000 pages, 12,009 of them, 2,019 cables', [], 'groups of thousands'],
  ['No. 20091, flight A2011, 0.2019, 2019.5, v2.2019', [], 'parts of other numbers'],
  ['A/66/359 of 2011/12', [2011], 'a year with its follower'],
  ['2015%', [], 'a share'],
  ['', [], 'nothing'],
])('%s: %o (%s)', (text, years, _why) => {
  expect(yearsIn(text)).toEqual(years)
})
