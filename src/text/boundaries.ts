import { ENTRIES } from './character-table.ts'
import { classOf, IDEOGRAPH, LINE_BREAK, PARAGRAPH_BREAK, SEPARATOR } from './characters.ts'
import { TokenReader } from './token-reader.ts'

const SURE_BOUNDARIES: readonly number[] = [SEPARATOR, LINE_BREAK, PARAGRAPH_BREAK, IDEOGRAPH]

/** Whether a name may begin or end at an offset: it lies inside no word. Both ends of the text are boundaries. */
export function isWordBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const reader = new TokenReader(text, runStart(text, offset))
  while (reader.next() && reader.start < offset) if (offset < reader.end) return false
  return true
}

/** The place before an offset from which tokens can be read as if from the start of the text. */
function runStart(text: string, offset: number): number {
  let from = offset
  while (from > 0) {
    const characterClass = classOf(ENTRIES[text.charCodeAt(from - 1)] as number)
    if (SURE_BOUNDARIES.includes(characterClass)) break
    from--
  }
  return from
}
