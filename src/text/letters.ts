/**
 * What a character is, as bits that may be joined. These are the properties that regular expressions know
 * (`\p{L}`, `\s` and so on), each asked once for each UTF-16 unit: whoever looks at the characters around
 * every name of a page would otherwise copy a stretch of text and start a regular expression each time.
 */
export const LETTER = 1
export const CAPITAL = 2
export const SMALL = 4
export const NUMBER = 8
export const SPACE = 16
/** What stands inside words, but begins none: marks, format characters, apostrophes and hyphens. */
export const JOINER = 32
/** Stops, question marks and line breaks: without one of them no sentence ends. */
export const STOP = 64
const ASKED = 128

const PROPERTIES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER],
  [/\p{Lu}/u, CAPITAL],
  [/\p{Ll}/u, SMALL],
  [/\p{N}/u, NUMBER],
  [/\s/u, SPACE],
  [/[\p{M}\p{Cf}’'\u2010\u2011-]/u, JOINER],
  [/[\n.!?…؟۔。！？｡]/u, STOP],
]

const KINDS = new Uint8Array(0x10000)

/** The bits of the character at a position, 0 beyond the text; the halves of a character beyond U+FFFF have none. */
export function kindAt(text: string, position: number): number {
  if (position < 0 || position >= text.length) return 0
  const unit = text.charCodeAt(position)
  return (KINDS[unit] as number) || learn(unit)
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit)
  let bits = ASKED
  for (const [property, bit] of PROPERTIES) if (property.test(character)) bits |= bit
  KINDS[unit] = bits
  return bits
}

/** Whether a letter or a digit stands at a position. */
export const isWordAt = (text: string, position: number): boolean =>
  (kindAt(text, position) & (LETTER | NUMBER)) !== 0

/** Whether a capital letter stands at a position. */
export const isCapitalAt = (text: string, position: number): boolean =>
  (kindAt(text, position) & CAPITAL) !== 0

/** Whether white space stands at a position. */
export const isSpaceAt = (text: string, position: number): boolean => (kindAt(text, position) & SPACE) !== 0

/** Where the white space that begins at a position ends. */
export function afterSpace(text: string, position: number): number {
  let at = position
  while (isSpaceAt(text, at)) at += 1
  return at
}

/** Where the white space that ends at a position begins. */
export function beforeSpace(text: string, position: number): number {
  let at = position
  while (isSpaceAt(text, at - 1)) at -= 1
  return at
}
