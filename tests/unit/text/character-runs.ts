import { EXPANDING } from '../../../src/text/characters.ts'
import { type CharacterRule, ruleOf } from './folding-rules.ts'

const LAST = 0x10ffff

/** The rules of all code points in the form that src/text/character-data.ts keeps. */
export function characterData(): { runs: string; expansions: string[] } {
  const expansions: string[] = []
  const parts: string[] = []
  let run = ''
  let length = 0
  for (let codePoint = 0; codePoint <= LAST; codePoint++) {
    const next = head(codePoint, expansions)
    if (next === run) length++
    else {
      if (length > 0) parts.push(withLength(run, length))
      run = next
      length = 1
    }
  }
  parts.push(withLength(run, length))
  return { runs: parts.join(' '), expansions }
}

const withLength = (run: string, length: number): string => (length === 1 ? run : `${run}:${length.toString(36)}`)

function head(codePoint: number, expansions: string[]): string {
  const rule = ruleOf(String.fromCodePoint(codePoint))
  const shift = shiftOf(codePoint, rule, expansions)
  // Class (4 bits) and flags (2 bits) from "0" on: all are plain characters, none is a space, a colon or a quote.
  const meta = rule.characterClass | (rule.flags >>> 21)
  return LETTERS.charAt(meta) + (shift === 0 ? '' : shift.toString(36))
}

/** One letter for each of the 64 combinations of class and flags. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,./;<=>?@[]^_`{|}~0123456789abcdefg'

function shiftOf(codePoint: number, rule: CharacterRule, expansions: string[]): number {
  if (rule.characterClass !== EXPANDING) return rule.fold === '' ? -codePoint : (rule.fold.codePointAt(0) as number) - codePoint
  if (!expansions.includes(rule.fold)) expansions.push(rule.fold)
  return expansions.indexOf(rule.fold)
}
