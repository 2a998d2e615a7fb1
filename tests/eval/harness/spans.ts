/** A stretch of text; UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Leading articles of the languages of the texts; they count as outside of a name. */
const ARTICLE = /^(?:the|le|la|les|el|los|las|die|der|das|den|dem|des)\s+|^[lL]['’]/iu
const YEAR = /^(?:1[89]|20)\d\d\s+/u

/**
 * Whether two spans are the same to a reader: a leading article is taken from both, a leading year
 * where just one of them has it (tests/eval/README.md).
 */
export function isSameSpan(text: string, one: Span, other: Span): boolean {
  const a = withoutArticle(text, one)
  const b = withoutArticle(text, other)
  if (a.end !== b.end) return false
  return a.start === b.start || withoutYear(text, a) === b.start || a.start === withoutYear(text, b)
}

/** Whether two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const withoutArticle = (text: string, span: Span): Span => ({ ...span, start: after(ARTICLE, text, span) })
const withoutYear = (text: string, span: Span): number => after(YEAR, text, span)

const after = (pattern: RegExp, text: string, { start, end }: Span): number =>
  start + (pattern.exec(text.slice(start, end))?.[0].length ?? 0)
