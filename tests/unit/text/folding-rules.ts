import {
  DIGIT_BIT,
  EXPANDING,
  IDEOGRAPH,
  IGNORED,
  JAMO,
  LINE_BREAK,
  MARK,
  OTHER,
  PARAGRAPH_BREAK,
  SEPARATOR,
  SURROGATE,
  UPPER_BIT,
  WORD,
} from '../../../src/text/characters.ts'

/** How one character is read: its class, what it folds to, and its flags (`UPPER_BIT`, `DIGIT_BIT`). */
export interface CharacterRule {
  readonly characterClass: number
  readonly fold: string
  readonly flags: number
}

const APOSTROPHES = "'\u2018\u2019\u201b\u2032`\u00b4\u02bc\u02bb\u02b9\u055a\u05f3"
const QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u05f4\u301d\u301e\u301f'
const MIDDLE_DOTS = '\u00b7\u2022\u2027\u30fb\u2219\u22c5'
/** Letters that Unicode does not decompose, but that are commonly written without their stroke or as two letters. */
const LETTERS = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ς: 'σ',
    // Stress marks and the diaeresis are optional in Russian; й, ў, ї, ѓ, ќ are letters of their own.
    ё: 'е',
    ѐ: 'е',
    ѝ: 'и',
  }),
)
/** Superscripts and modifier letters hang on to words (footnotes, trade marks) without being part of them. */
const SUPERSCRIPT =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2070-\u209c\u2120\u2122\u{10780}-\u{107bf}]/u
/** Enclosed and squared characters and vulgar fractions are symbols; their parts are no words. */
const SYMBOL = /[\u2150-\u215f\u2189\u2460-\u24ff\u3200-\u33ff\u{1f100}-\u{1f2ff}]/u
const JAMO_RANGE = /[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u
const COMBINING =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks are meant one by one.
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\uff9e\uff9f\ufe20-\ufe2f]/u
/** The tatweel only stretches a line; the half rings of transliterations (Qurʾan, ʿAli) are mostly left out. */
const OPTIONAL = '\u0640\u02be\u02bf'
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u30fc\uff70]/u
const DECOMPOSABLE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/u
const WORDLIKE = /[\p{L}\p{M}\p{N}_]/u

/** The rule of one code point. These rules are the specification of src/text/character-data.ts. */
export function ruleOf(character: string): CharacterRule {
  if (/\p{Surrogate}/u.test(character)) return { characterClass: SURROGATE, fold: character, flags: 0 }
  if (/[\n\r\u0085\u2028]/u.test(character)) return { characterClass: LINE_BREAK, fold: ' ', flags: 0 }
  if (/[\f\v\u2029]/u.test(character)) return { characterClass: PARAGRAPH_BREAK, fold: ' ', flags: 0 }
  if (COMBINING.test(character)) return { characterClass: MARK, fold: '', flags: 0 }
  if (OPTIONAL.includes(character) || /\p{Default_Ignorable_Code_Point}/u.test(character))
    return { characterClass: IGNORED, fold: '', flags: 0 }
  if (JAMO_RANGE.test(character)) return { characterClass: JAMO, fold: character, flags: 0 }
  return foldedRule(character)
}

function foldedRule(character: string): CharacterRule {
  const fold = folded(character)
  if (fold === '') return { characterClass: MARK, fold, flags: 0 }
  const characterClass = commonClass(fold, character.length)
  // An expansion that would be several tokens has no place in the text for each: such characters stay as they are.
  if (characterClass === undefined || SUPERSCRIPT.test(character) || SYMBOL.test(character)) {
    const fallback = SUPERSCRIPT.test(character) || SYMBOL.test(character) ? OTHER : plainClass(character)
    return { characterClass: fallback, fold: character, flags: 0 }
  }
  const upper = /[\p{Lu}\p{Lt}]/u.test(character.normalize('NFKC')) ? UPPER_BIT : 0
  const digit = characterClass === WORD && /^[\p{N}_]/u.test(fold) ? DIGIT_BIT : 0
  const expands = [...fold].length > 1 && characterClass === WORD
  return { characterClass: expands ? EXPANDING : characterClass, fold, flags: upper | digit }
}

/** The one class that all characters of a text have, or undefined. More than `most` units are only allowed to be of a word. */
function commonClass(text: string, most: number): number | undefined {
  const classes = new Set([...text].map(plainClass))
  const [only] = classes
  return classes.size === 1 && (text.length <= most || only === WORD) ? only : undefined
}

function plainClass(character: string): number {
  if (/[\p{White_Space}\p{Pd}\u2212\u2043]/u.test(character)) return SEPARATOR
  if (IDEOGRAPHIC.test(character) && /[\p{L}\p{N}]/u.test(character)) return IDEOGRAPH
  return WORDLIKE.test(character) ? WORD : OTHER
}

/** What a character folds to: case, compatibility forms, diacritics and variants of punctuation removed. */
function folded(text: string): string {
  const once = [...text.normalize('NFKC').toLowerCase()].map(foldLetter).join('')
  return once === text ? once : folded(once)
}

function foldLetter(character: string): string {
  if (COMBINING.test(character) || OPTIONAL.includes(character)) return ''
  if (APOSTROPHES.includes(character)) return "'"
  if (QUOTES.includes(character)) return '"'
  if (MIDDLE_DOTS.includes(character)) return '\u00b7'
  const base = DECOMPOSABLE.test(character) ? stripMarks(character) : character
  return LETTERS.get(base) ?? base
}

const stripMarks = (character: string): string =>
  [...character.normalize('NFD')].filter((each) => !COMBINING.test(each)).join('')
