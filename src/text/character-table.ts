import { CHARACTER_RUNS, EXPANSION_TEXTS } from './character-data.ts'
import { classOf, EXPANDING, entryOf, SURROGATE, UPPER_BIT, DIGIT_BIT } from './characters.ts'

/** What the characters of class `EXPANDING` fold to. */
export const EXPANSIONS: readonly string[] = EXPANSION_TEXTS.split(' ')

const { table, astralStarts, astralRuns } = decode(CHARACTER_RUNS)

/** The entry of each UTF-16 unit. Never changed. */
export const ENTRIES: Uint32Array = table

/** The entry of the character at a position, which must lie in the text. Lone surrogates have one of their own. */
export function entryAt(text: string, position: number): number {
  const entry = ENTRIES[text.charCodeAt(position)] as number
  if (classOf(entry) !== SURROGATE) return entry
  const codePoint = text.codePointAt(position) as number
  return codePoint < 0x10000 ? entryOf(0, codePoint, 0) : astralEntry(codePoint)
}

interface Run {
  readonly meta: number
  /** Folded code point minus code point; for an expansion its number. */
  readonly shift: number
}

function decode(data: string) {
  const table = new Uint32Array(0x10000)
  const astralStarts: number[] = []
  const astralRuns: Run[] = []
  let start = 0
  for (const part of data.split(' ')) {
    const run = { meta: part.charCodeAt(0) - 0x41, shift: Number.parseInt(part.slice(1) || '0', 36) }
  }
  return { table, astralStarts, astralRuns }
}
