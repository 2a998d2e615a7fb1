/**
 * Advances of letters as shares of the font size, from common interface fonts (Noto Sans, Roboto, Segoe UI), taken at
 * the upper end, since a label that is too wide overlaps and one too narrow does not. Han, kana, Hangul and full-width
 * forms fill a square.
 */
const ADVANCES: readonly (readonly [letters: RegExp, share: number])[] = [
  [/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u, 1],
  [/[mwMW@%…—ЖМШЩЮжмшщюыФф]/u, 0.94],
  [/[ijlI.,:;'’|!()]/u, 0.32],
  [/[ frt\-/]/u, 0.42],
  [/\p{Lu}/u, 0.74],
]
/** All other letters, digits and signs. */
const LETTER = 0.6

/** About how wide a text is at a font size: a drawing is laid out before it can be measured. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += advanceOf(character)
  return width * fontSize
}

const advanceOf = (character: string): number =>
  ADVANCES.find(([letters]) => letters.test(character))?.[1] ?? LETTER

/** The narrowest letter, which fits most often. */
const NARROWEST = 0.32

/** The text shortened with an ellipsis to a width, or empty where not even a few letters fit. */
export function shortened(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  // No more than could fit: a text of a hostile bundle is taken letter by letter else, each time from its start.
  const most = Math.max(4, Math.ceil(width / (NARROWEST * fontSize)))
  const characters = Array.from(text.slice(0, 2 * most)).slice(0, most)
  while (characters.length > 3 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop()
  return characters.length > 3 ? `${characters.join('').trimEnd()}…` : ''
}
