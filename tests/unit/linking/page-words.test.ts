import { describe, expect, test } from 'vitest'
import { pageWords } from '../../../src/linking/page-words.ts'
import { foldKey } from '../../../src/text/fold.ts'

const folded = (text: string) => ({ text: foldKey(text), exact: false, weight: 1 })
const exact = (text: string) => ({ text, exact: true, weight: 1 })

describe('the context words of a page', () => {
  test.each([
    ['in any case', 'Talks on TERRORISM', folded('terrorism'), true],
    ['as a whole word', 'counterterrorists', folded('terror'), false],
    ['not as the beginning of a longer word', 'terrorists', folded('terror'), false],
    ['a phrase, whatever its dashes and spaces', 'on climate‑\u00a0change', folded('climate change'), true],
    [
      'a phrase whose first word occurs before alone',
      'climate talks, climate change',
      folded('climate change'),
      true,
    ],
    ['not a phrase across a mark', 'the climate, change', folded('climate change'), false],
    ['without its diacritics', 'a Sao Paulo', folded('São Paulo'), true],
    ['with diacritics that the record lacks', 'à São Paulo', folded('Sao Paulo'), true],
    ['in Cyrillic', 'О ТЕРРОРИЗМЕ и й', folded('терроризме'), true],
    ['written with combining marks', 'о Генассамблеи\u0306', folded('Генассамблей'), true],
    ['between ideographs', '在上海举行', folded('上海'), true],
    ['not a Latin word that ideographs touch', '在UN举行', folded('un'), false],
    ['with a soft hyphen inside', 'Tash\u00adkent', folded('Tashkent'), true],
    ['a letter that folds to two', 'die Straße', folded('strasse'), true],
    ['after an emoji', '🎉Tashkent', folded('Tashkent'), true],
    ['an acronym by its capitals', 'the UN Charter', exact('UN'), true],
    ['an acronym not by a small word', 'un accord', exact('UN'), false],
    ['not across two blocks', 'climate', folded('climate change'), false],
  ])('%s', (_, text, word, found) => {
    expect(pageWords([text, 'change']).has(word)).toBe(found)
  })

  test('are found in any of many long blocks', () => {
    const blocks = Array.from({ length: 50 }, (_, at) => `${'word and word, '.repeat(40)} number${at}`)
    const words = pageWords(blocks)
    expect(words.has(folded('number49'))).toBe(true)
    expect(words.has(folded('number50'))).toBe(false)
  })
})
