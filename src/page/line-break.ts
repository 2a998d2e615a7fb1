import { isElement, isText } from './nodes.ts'

/** So much of a line (UTF-16 units) tells whether it is prose; no name is longer. */
const LOOK = 200

/** Elements around a line's text (bold, links) are looked into so deep. */
const DEPTH = 8

/** The line ends within a sentence: in a letter, so that no comma, colon or full stop parts it from the next one. */
const ENDS_OPEN = /\p{L}\s*$/u

/** It ends in a short word that nothing ends in: "Agreement on Cooperation in", "Organisation pour la". */
const ENDS_IN_SHORT_WORD = /(?:^|\s)\p{Ll}{1,4}\s*$/u

/** The next line goes on with the sentence: in lower case, or with a verb or the like after the first word. */
const GOES_ON = /^\s*(?:\p{Ll}|\p{Lu}[\p{L}-]*\s\p{Ll}{4})/u

/** The next line begins with a letter and is a sentence or the end of one. */
const IS_SENTENCE = /^\s*\p{L}.*\p{Ll}[.!?]["”’»)]*(?:\s|$)/su

/**
 * Whether a `br` only wraps a line of prose, as pages did before style sheets and headlines do still: "The North Atlantic
 * Treaty / Organization keeps this archive". A name may run over it then. Addresses, menus, signatures and verses
 * have lines of their own: they end in punctuation or in a name, and the next one begins with another.
 */
export function isWrap(lineBreak: Element): boolean {
  const before = edgeOf(lineBreak, 'previousSibling', 'lastChild').slice(-LOOK)
  if (!ENDS_OPEN.test(before)) return false
  const after = edgeOf(lineBreak, 'nextSibling', 'firstChild').slice(0, LOOK)
  if (!/^\s*\p{L}/u.test(after)) return false
  return ENDS_IN_SHORT_WORD.test(before) || GOES_ON.test(after) || IS_SENTENCE.test(after)
}

/** The text that a line break stands against; empty where there is none, as beside another line break. */
function edgeOf(
  lineBreak: Element,
  side: 'previousSibling' | 'nextSibling',
  edge: 'firstChild' | 'lastChild',
): string {
  let at = lineBreak[side]
  // White space of the source between two elements.
  if (at !== null && isText(at) && at.data.trim() === '') at = at[side]
  for (let depth = 0; depth < DEPTH && isElement(at); depth++) at = at[edge]
  return at !== null && isText(at) ? at.data : ''
}
