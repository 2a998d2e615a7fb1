import { describe, expect, test } from 'vitest'
import { textDates } from '../../../src/text/text-dates.ts'

const dated = (text: string) => textDates(text).map(({ start, end, edtf }) => [text.slice(start, end), edtf])

describe('dates in running text', () => {
  test.each([
    [
      'as many words as a date may have',
      'On 9th and the 10th of June, de 2019 they met.',
      [['9th and the 10th of June, de 2019', '2019-06-09/2019-06-10']],
    ],
    ['wide gaps', '14\n of   June\u00a0 2019', [['14\n of   June\u00a0 2019', '2019-06-14']]],
    [
      'one right behind another',
      'June 2018 2019, and 3 May 2010',
      [
        ['June 2018', '2018-06'],
        ['2019', '2019'],
        ['3 May 2010', '2010-05-03'],
      ],
    ],
    ['other digits between', '9 June 2345 and 10 June 2019', [['10 June 2019', '2019-06-10']]],
    ['a longer number', 'No. 12019 of 20190', []],
    ['a letter behind the year', '2019a and 2018𝐀', []],
    ['a range', '2009-2019', []],
    [
      'Chinese',
      '2018年6月9日至10日，2019年',
      [
        ['2018年6月9日至10日', '2018-06-09/2018-06-10'],
        ['2019年', '2019'],
      ],
    ],
  ])('%s', (_, text, expected) => expect(dated(text)).toEqual(expected))
})
