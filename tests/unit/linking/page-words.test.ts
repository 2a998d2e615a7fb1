import { describe, expect, test } from 'vitest'
import { foundNames } from '../../../src/linking/found-names.ts'
import { pageBlock } from '../../../src/linking/page-block.ts'
import { PageTokens } from '../../../src/linking/page-tokens.ts'
import { pageWords } from '../../../src/linking/page-words.ts'
import type { ContextWord } from '../../../src/linking/view.ts'
import { warmIndex } from '../../../src/linking/warm-index.ts'
import { foldKey } from '../../../src/text/fold.ts'
import { indexOf } from '../matching/names.ts'

const index = warmIndex(indexOf([]))

/** Whether a page of such blocks has a context word. */
function isOn(texts: readonly string[], word: ContextWord): boolean {
  const tokens = new PageTokens()
  const blocks = texts.map((text) => {
    const firstToken = tokens.count
    const candidates = foundNames(text, index, tokens)
    const lang = undefined
    return pageBlock({ text, lang, candidates, firstToken, lastToken: tokens.count, isTitle: false })
  })
  return pageWords({ blocks, tokens, index }).of({ context: [word] }).length > 0
}

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
    expect(isOn([text, 'change'], word)).toBe(found)
  })

  test('are found in any of many long blocks', () => {
    const blocks = Array.from({ length: 50 }, (_, at) => `${'word and word, '.repeat(40)} number${at}`)
    expect(isOn(blocks, folded('number49'))).toBe(true)
    expect(isOn(blocks, folded('number50'))).toBe(false)
  })

  test('are found on a page of more words than there is room for at first', () => {
    const block = Array.from({ length: 40_000 }, (_, at) => `word${at}`).join(' ')
    expect(isOn([block], folded('word0'))).toBe(true)
    expect(isOn([block], folded('word39999'))).toBe(true)
    expect(isOn([block], folded('word40000'))).toBe(false)
  })
})
