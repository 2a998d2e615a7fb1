/**
 * Average advance of a letter as a share of the font size, from the widths of common interface fonts
 * (0.5 to 0.56), taken at the upper end, since a label that is too wide overlaps and one too narrow does not.
 */
const LETTER = 0.56

/** Han, kana, Hangul and full-width forms fill a square. */
const SQUARE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/u

/** About how wide a text is at a font size: a drawing is laid out before it can be measured. */
export function textWidth(text: string, fontSize: number): number {
  let letters = 0
  for (const character of text) letters += SQUARE.test(character) ? 1 : LETTER
  return letters * fontSize
}

/** The text shortened with an ellipsis to a width, or empty where not even a few letters fit. */
export function shortened(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text
  // No more than could fit: a text of a hostile bundle is taken letter by letter else, each time from its start.
  const most = Math.max(4, Math.ceil(width / (LETTER * fontSize)))
  const characters = Array.from(text.slice(0, 2 * most)).slice(0, most)
  while (characters.length > 3 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop()
  return characters.length > 3 ? `${characters.join('').trimEnd()}…` : ''
}
