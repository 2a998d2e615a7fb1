import { describe, expect, test } from 'vitest'
import { relativeDates } from '../../../src/linking/relative-dates.ts'
import { spanOf } from '../../../src/model/partial-date.ts'

const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)

/** What a text says of time to a reader of 25 October 2024. */
function told(text: string): string[] {
  const date = spanOf('2024-10-25')
  if (!date) throw new Error('no date')
  return relativeDates(text, 0, text.length, date).map(({ days }) => `${day(days.first)}/${day(days.last)}`)
}

const YEAR_2023 = '2023-01-01/2023-12-31'
const YEAR_2020 = '2020-01-01/2020-12-31'
const JULY = '2024-07-01/2024-07-31'

describe('time told from the article’s day', () => {
  test.each([
    ['last year', 'the summit last year', YEAR_2023],
    ['the year before', 'the summit of the year before', YEAR_2023],
    ['French', 'le sommet de l’année dernière', YEAR_2023],
    ['Spanish', 'la cumbre del año anterior', YEAR_2023],
    ['German', 'beim Gipfel im Vorjahr', YEAR_2023],
    ['Russian', 'на саммите в прошлом году', YEAR_2023],
    ['Chinese', '去年的峰会', YEAR_2023],
    ['so many years ago', 'Four years ago, at the summit', YEAR_2020],
    ['in digits', '4 years ago', YEAR_2020],
    ['in French', 'il y a quatre ans', YEAR_2020],
    ['in Spanish', 'hace cuatro años', YEAR_2020],
    ['in German', 'vor vier Jahren', YEAR_2020],
    ['in Russian', 'четыре года назад', YEAR_2020],
    ['in Chinese', '四年前', YEAR_2020],
    ['a month without its year is the latest', 'the summit in July', JULY],
    ['in French', 'au sommet de juillet', JULY],
    ['in German', 'im Juli', JULY],
    ['in Russian', 'в июле', JULY],
    ['in Chinese', '7月在阿斯塔纳', JULY],
    ['of last year where it is yet to come', 'in December', '2023-12-01/2023-12-31'],
    ['this year', 'this year’s summit', '2024-01-01/2024-12-31'],
  ])('%s: %s', (_, text, days) => {
    expect(told(text)).toEqual([days])
  })

  test.each([
    ['a month with its year', 'in July 2019'],
    ['a day with its year', 'on 4 July 2019'],
    ['a verb', 'leaders may meet, and march on'],
    ['a Chinese date', '2019年7月'],
    ['years that are no distance', 'a five-year plan of four years'],
  ])('%s is none: %s', (_, text) => {
    expect(told(text)).toEqual([])
  })
})
