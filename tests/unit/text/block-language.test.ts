import { describe, expect, test } from 'vitest'
import { languageOfText } from '../../../src/text/block-language.ts'

describe('the language that a block is written in', () => {
  test.each([
    [
      'en',
      'The Secretary-General of the organisation met the ministers on Thursday and was pleased with it.',
    ],
    ['fr', 'Le secrétaire général a rencontré les ministres dans la capitale et il est reparti avec eux.'],
    [
      'es',
      'El secretario general se reunió con los ministros en la capital y fue recibido por el presidente.',
    ],
    ['de', 'Der Generalsekretär traf die Minister und war mit dem Ergebnis der Gespräche nicht zufrieden.'],
    ['ru', 'Генеральный секретарь встретился с министрами.'],
    ['zh', '上海合作组织秘书长在北京会见了国际电信联盟代表团。'],
    ['zh', 'ITU秘书长在日内瓦说，WHO和UN都会参加这次会议。'],
    ['en', '“Un accord”, said the man from Paris, and it was the first of many to be signed at the table.'],
    ['en', 'THE SECRETARY-GENERAL OF THE UN WAS IN GENEVA AND THEN AT THE HAGUE'],
  ])('%s: %s', (language, text) => {
    expect(languageOfText(text)).toBe(language)
  })

  test.each([
    [
      'Portuguese',
      'O secretário-geral reuniu-se com os ministros na capital e não foi recebido pelo presidente da república.',
    ],
    [
      'Italian',
      'Il segretario generale ha incontrato i ministri nella capitale e non è stato ricevuto dal presidente.',
    ],
    [
      'Dutch',
      'De secretaris-generaal heeft de ministers in de hoofdstad ontmoet en is niet door de president ontvangen.',
    ],
    ['Ukrainian', 'Генеральний секретар зустрівся з міністрами у столиці, і його прийняв президент.'],
    ['Serbian', 'Генерални секретар се састао са министрима и није био љубазан.'],
    ['Japanese', '事務総長は首都で閣僚らと会談した。'],
    ['a name alone', 'International Telecommunication Union'],
    ['a headline', 'Norov à Genève'],
    ['numbers', '14 June 2019 / 15:00'],
    ['nothing', ''],
  ])('is not told for %s', (_, text) => {
    expect(languageOfText(text)).toBeUndefined()
  })

  test('a page of one word costs no more than any other', () => {
    expect(languageOfText('a'.repeat(1_000_000))).toBeUndefined()
  })
})
