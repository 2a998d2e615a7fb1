/** What shows as one space: two spaces and more, or anything with another sign of white space. Linear in the run's length. */
const SPACES = / *[\t\n\f\r][\t\n\f\r ]*| {2,}/g

/** Single signs are found many times faster than a pattern: of most texts this is all that is asked. */
const SPECIAL_SPACES = ['\n', '  ', '\t', '\r', '\f']

/** Whether there is anything to collapse. */
export const hasSpecialSpace = (text: string): boolean => SPECIAL_SPACES.some((space) => text.includes(space))

/** A letter of any script takes the browser a millisecond to prepare; most pages are read without. */
const BASIC_LETTER = /[A-Za-z]/
const LETTER = /\p{L}/u

/**
 * The text of a block as the browser shows it: white space collapsed (a no-break space is none), and none around it. Null
 * where there is no letter, for then it cannot name anything.
 */
export function blockText(raw: string): string | null {
  if (!BASIC_LETTER.test(raw) && !LETTER.test(raw)) return null
  const text = hasSpecialSpace(raw) ? raw.replace(SPACES, ' ') : raw
  const start = text.startsWith(' ') ? 1 : 0
  const end = text.endsWith(' ') ? text.length - 1 : text.length
  return text.slice(start, end)
}
