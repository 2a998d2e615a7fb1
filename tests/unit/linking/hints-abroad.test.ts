import { describe, expect, test } from 'vitest'
import { isDoubtful, isTied } from '../../../src/linking/date-ties.ts'
import type { Language } from '../../../src/linking/languages.ts'
import type { ComingAbout } from '../../../src/linking/view.ts'
import { textDates } from '../../../src/text/text-dates.ts'

/** Whether a sentence ties what stands in brackets to its only date. */
function ties(lang: Language, marked: string, by: ComingAbout): boolean {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replaceAll(/[[\]]/gu, '')
  const [date] = textDates(text)
  if (!date) throw new Error(`no date in "${text}"`)
  return isTied(lang, text, date, { start, end, by }) && !isDoubtful(lang, text)
}

describe('a thing and its date are tied', () => {
  test.each([
    ['en', 'signed', 'The [Convention], signed in Paris on 3 May 2010, is short.'],
    ['en', 'opened', 'The [Convention], signed in November 2003, is well known.'],
    ['en', 'opened', 'Signed in Budapest on 23 November 2002, the [Convention] has many parties.'],
    ['fr', 'signed', 'La [Charte] a été signée à Saint-Pétersbourg en juin 2003.'],
    ['fr', 'signed', 'La [Charte], qui a été signée en juin 2003, est courte.'],
    ['fr', 'opened', 'Signée à Budapest en novembre 2002, la [Convention] compte de nombreux États.'],
    ['fr', 'signed', 'La [Charte] date de juin 2003.'],
    ['es', 'signed', 'La [Carta] se firmó en San Francisco en junio de 1946.'],
    ['es', 'signed', 'Firmada en junio de 1946, la [Carta] es breve.'],
    ['es', 'signed', 'La [Carta], que fue firmada en San Francisco en junio de 1946, es breve.'],
    ['ru', 'signed', '[Устав], подписанный в июне 1946 года, краток.'],
    ['ru', 'signed', 'Подписанная в июне 2003 года [Хартия] открыта.'],
    ['zh', 'signed', '《[宪章]》于1946年6月26日在旧金山签署。'],
    ['zh', 'signed', '1946年6月签署的《[宪章]》很短。'],
  ] as const)('%s, %s: %s', (lang, by, text) => {
    expect(ties(lang, text, by)).toBe(true)
  })

  test.each([
    ['en', 'opened', 'Japan signed the [Convention] in November 2001.', 'a state joins'],
    ['en', 'signed', 'The [Convention] was signed by Senegal in May 2016.', 'the same in the passive'],
    ['en', 'held', 'The [summit] will be held in June 2030.', 'a plan'],
    ['en', 'signed', 'The [Charter], signed around June 2003, is short.', 'a vague date'],
    ['fr', 'signed', 'Le Sénégal a ratifié la [Charte] en juin 2003.', 'a ratification'],
    ['fr', 'signed', 'La [Charte], qui devait être signée en juin 2003, attend.', 'a plan that failed'],
    ['es', 'signed', 'El aniversario de la [Carta], firmada en junio de 1946, se celebra.', 'an anniversary'],
    ['ru', 'signed', 'Россия присоединилась к [Хартии] в июне 2003 года.', 'an accession'],
    ['zh', 'signed', '计划于2030年6月签署的《[宪章]》很短。', 'a plan'],
    ['zh', 'signed', '塞内加尔1946年6月加入《[宪章]》。', 'an accession'],
  ] as const)('not so in %s, %s: %s (%s)', (lang, by, text, _why) => {
    expect(ties(lang, text, by)).toBe(false)
  })
})
