import { OTHER, WORD } from './characters.ts'
import { TokenReader } from './token-reader.ts'

/** A token of a text. Offsets are UTF-16 units, end exclusive. */
export interface Token {
  readonly start: number
  readonly end: number
  /** The folded token: equal keys are equal words. */
  readonly key: string
  readonly kind: 'word' | 'ideograph' | 'mark'
  /** True where the first letter is upper case. */
  readonly capital: boolean
  /** True where a blank line or a paragraph break precedes: no name goes across. */
  readonly breakBefore: boolean
}

/**
 * The tokens of a text: runs of letters and digits, ideographs and kana one by one, marks of punctuation
 * one by one. White space, dashes and ignorable characters are no tokens.
 */
export function tokensOf(text: string): Token[] {
  reader.reset(text, 0)
  const tokens: Token[] = []
  while (reader.next()) tokens.push(tokenRead())
  return tokens
}

/** One for all: its room for a word is dearer to make than most texts are to read. */
const reader = new TokenReader()

const tokenRead = (): Token => ({
  start: reader.start,
  end: reader.end,
  key: reader.key(),
  kind: reader.kind === WORD ? 'word' : reader.kind === OTHER ? 'mark' : 'ideograph',
  capital: reader.uppers[0] === 1,
  breakBefore: reader.breaks > 1,
})

/** English words and the spaces and hyphens between them: most names and titles. Nothing in them needs a table. */
const PLAIN = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/

/**
 * The key under which equal names meet: letters folded, white space and dashes to one space each, ignorable
 * characters gone. Folding a key again gives the same key.
 */
export function foldKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll('-', ' ')
  reader.reset(text, 0)
  let key = ''
  let before = { end: 0, kind: OTHER }
  while (reader.next()) {
    const apart = reader.start > before.end || (reader.kind === WORD && before.kind === WORD)
    key += key !== '' && apart ? ` ${reader.key()}` : reader.key()
    before = { end: reader.end, kind: reader.kind }
  }
  return key
}
