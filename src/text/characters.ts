/**
 * What the tokeniser knows of a character fits one number, an entry: its class, what it folds to, and two
 * flags. One table look-up per unit answers all, so that reading a text costs little more than a loop over it.
 */

/** Punctuation, symbols, control characters: a token each. */
export const OTHER = 0
/** Letters, digits, the underscore, and marks that are part of a script's words: a run of them is a token. */
export const WORD = 1
/** Ideographs and kana, which are written without spaces: a token each. */
export const IDEOGRAPH = 2
/** White space, and dashes, which equal a space inside names. */
export const SEPARATOR = 3
/** One is a space, two in a row end a block. */
export const LINE_BREAK = 4
/** Ends a block. */
export const PARAGRAPH_BREAK = 5
/** Soft hyphens, zero-width characters, the tatweel: as if they were not there. */
export const IGNORED = 6
/** Diacritics written as characters of their own, Arabic marks, Hebrew points. */
export const MARK = 7
/** Part of a word that folds to several units (ß). */
export const EXPANDING = 8
/** Half of a character beyond U+FFFF: `entryAt` tells its entry. */
export const SURROGATE = 9
/** A conjoining part of a Hangul syllable. */
export const JAMO = 10

const CLASS_SHIFT = 21
/** Set where the character is an upper-case or title-case letter. */
export const UPPER_BIT = 1 << 25
/** Set where it is a digit, a number or an underscore: part of a word, but no initial of an acronym. */
export const DIGIT_BIT = 1 << 26
const FOLD_MASK = (1 << CLASS_SHIFT) - 1

/** The class of an entry. */
export const classOf = (entry: number): number => (entry >>> CLASS_SHIFT) & 0xf

/** The folded code point of an entry; for `EXPANDING` the number of its text in `EXPANSIONS`; 0 where nothing is left. */
export const foldOf = (entry: number): number => entry & FOLD_MASK

/** Puts an entry together; `flags` are `UPPER_BIT` and `DIGIT_BIT`. */
export const entryOf = (characterClass: number, fold: number, flags: number): number =>
  (characterClass << CLASS_SHIFT) | fold | flags
