import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldKey, tokensOf } from '../../../src/text/fold.ts'
import { MAX_TOKEN_UNITS } from '../../../src/text/token-reader.ts'

/** Text, its key, the reason. */
const KEYS: readonly [string, string, string][] = [
  ['Shanghai Cooperation', 'shanghai cooperation', 'case is folded'],
  ['Pérez', 'perez', 'diacritics are left out in haste and in other languages'],
  ['Pe\u0301rez', 'perez', 'a diacritic may be a character of its own'],
  ['Łódź Ørsted Đoković', 'lodz orsted dokovic', 'strokes are written without as often as diacritics are'],
  ['Straße STRASSE', 'strasse strasse', 'ß has no capital in common use'],
  ['Æther œuvre', 'aether oeuvre', 'ligatures of letters are written out where keyboards lack them'],
  ['ﬁnance', 'finance', 'typesetters join letters'],
  ['ＷＨＯ', 'who', 'East Asian text sets Latin letters in full width'],
  ['𝐔𝐍', 'un', 'mathematical alphabets serve as bold type'],
  ['Ⅳ', 'iv', 'Roman numerals exist as characters'],
  ['İstanbul ISTANBUL ıstanbul', 'istanbul istanbul istanbul', 'Turkish dots are lost in capitals'],
  ['Королёв', 'королев', 'printed Russian leaves out the dots of ё'],
  ['Сергей', 'сергей', 'й is a letter of its own, not и with a breve'],
  ['Сергеи\u0306', 'сергей', 'й may come in two characters'],
  ['Пути\u0301н', 'путин', 'dictionaries mark the stress'],
  ['Αθήνα ΑΘΗΝΑ', 'αθηνα αθηνα', 'capitals carry no accent'],
  ['ΟΡΓΑΝΙΣΜΟΣ οργανισμός', 'οργανισμοσ οργανισμοσ', 'sigma has a final form'],
  ['مُحَمَّد', 'محمد', 'Arabic vowel marks are optional'],
  ['مـحـمـد', 'محمد', 'the tatweel only stretches the line'],
  ['الأمم إيران آسيا', 'الامم ايران اسيا', 'the hamza of alef is often left out'],
  ['שָׁלוֹם', 'שלום', 'Hebrew points are optional'],
  ['が か\u3099 ｶﾞ', 'が が ガ', 'kana with sound marks in one character, two, and half width'],
  ['\u1112\u1161\u11ab국', '한국', 'Hangul may come in conjoining parts'],
  ['Qurʾan ʿAli', 'quran ali', 'half rings of transliterations are mostly left out'],
  ['Secretary-General', 'secretary general', 'a hyphen equals a space inside names'],
  ['Secretary‑General Secretary–General', 'secretary general secretary general', 'so do all dashes'],
  [
    'New\u00a0York New\u2009York New\u3000York',
    'new york new york new york',
    'spaces of any width are spaces',
  ],
  ['New \t\n York', 'new york', 'white space in a row is one space'],
  ['S\u00adCO S\u200bC\u2060O', 'sco sco', 'soft hyphens and zero-width characters are not seen'],
  ['O’Neil O`Neil OʼNeil', "o'neil o'neil o'neil", 'apostrophes come in many shapes'],
  ['“Code” «Code» „Code‟', '"code" "code" "code"', 'so do quotation marks'],
  ['U.N. U.S.S.R.', 'un ussr', 'stops between initials are a matter of style'],
  ['George W. Bush', 'george w bush', 'so is the stop of one initial'],
  ['1.2.3', '1.2.3', 'numbers are no initials'],
  ['a.bc', 'a bc', 'a stop before a word belongs to the initial before it'],
  ['AT&T', 'at&t', 'punctuation inside a name stays'],
  ['note² ™', 'note² ™', 'footnote marks and trade marks are no part of words'],
  ['弗拉基米尔•诺罗夫', '弗拉基米尔·诺罗夫', 'middle dots come in many shapes'],
  ['snake_case', 'snake_case', 'an underscore joins words, as in identifiers'],
  ['', '', 'nothing stays nothing'],
  [' - ', '', 'separators alone are nothing'],
]

describe('foldKey', () => {
  test.each(KEYS)('%j gives %j: %s', (text, key) => {
    expect(foldKey(text)).toBe(key)
  })

  test('folding a key again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyNameText()), (text) => {
        expect(foldKey(foldKey(text))).toBe(foldKey(text))
      }),
      { numRuns: 3_000 },
    )
  })

  test('composed and decomposed text have the same key', () => {
    fc.assert(
      fc.property(anyNameText(), (text) => {
        expect(foldKey(text.normalize('NFD'))).toBe(foldKey(text.normalize('NFC')))
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('tokensOf', () => {
  test('tells offsets of the text, kinds, capitals and breaks', () => {
    expect(tokensOf('The ITU’s\n\n上 é')).toEqual([
      { start: 0, end: 3, key: 'the', kind: 'word', capital: true, breakBefore: false },
      { start: 4, end: 7, key: 'itu', kind: 'word', capital: true, breakBefore: false },
      { start: 7, end: 8, key: "'", kind: 'mark', capital: false, breakBefore: false },
      { start: 8, end: 9, key: 's', kind: 'word', capital: false, breakBefore: false },
      { start: 11, end: 12, key: '上', kind: 'ideograph', capital: false, breakBefore: true },
      { start: 13, end: 14, key: 'e', kind: 'word', capital: false, breakBefore: false },
    ])
  })

  test.each([
    ['a\nb', false, 'one line break is a space'],
    ['a\r\nb', false, 'CR LF is one line break'],
    ['a\n \nb', true, 'a blank line ends a block'],
    ['a\r\n\r\nb', true, 'so does one with CR LF'],
    ['a\u2029b', true, 'a paragraph separator ends a block'],
    ['a\fb', true, 'so does a page break'],
  ])('%j has a break: %s (%s)', (text, breakBefore) => {
    expect(tokensOf(text)[1]?.breakBefore).toBe(breakBefore)
  })

  test('tokens are in order, apart, and read alone give the same key', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyNameText()), (text) => {
        let end = 0
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(tokensOf(text.slice(token.start, token.end)).map((each) => each.key)).toEqual([token.key])
          end = token.end
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('an endless word is cut, not kept', () => {
    const [token, more] = tokensOf('a'.repeat(MAX_TOKEN_UNITS * 3))
    expect([token?.end, token?.key.length, more]).toEqual([MAX_TOKEN_UNITS * 3, MAX_TOKEN_UNITS, undefined])
  })
})

/** Words of many scripts with all that may stand between them. */
function anyNameText(): fc.Arbitrary<string> {
  const words =
    'Shanghai pérez Straße ﬁn Й ё Αθήνα محمد מלך 上海 かが 한국 U.N. W. O’Neil x² 10.5 ａｂ İ 𝐔 😀'.split(' ')
  const gaps = [' ', '-', '\u00a0', '\u00ad', '\u200b', '', '.', ', ', '\n', '\n\n', '’']
  return fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...gaps)), { maxLength: 12 })
    .map((parts) => parts.flat().join(''))
}
