import { RUN_METAS } from '../../../src/text/character-table.ts'
import { EXPANDING, entryOf, IDEOGRAPH, OTHER, WORD } from '../../../src/text/characters.ts'
import { type CharacterRule, ruleOf } from './folding-rules.ts'

const LAST = 0x10ffff
const META_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The text of src/text/character-data.ts: the rules of all code points as runs. */
export function characterDataFile(): string {
  const expansions: string[] = []
  const runs = runsOf(expansions)
  return `// Written by \`vitest -u\` from the rules in tests/unit/text/folding-rules.ts; the tests compare the two.

/** The version of Unicode that the data tells of. */
export const UNICODE_VERSION = '${process.versions.unicode}'

/**
 * All code points from 0 on as runs: a letter for class and flags, what is added to the code point to fold
 * it (base 36), and after a colon the length of the run where it is not 1.
 */
export const CHARACTER_RUNS =
  '${runs}'

/** What expanding characters fold to; a run names one by its number. */
export const EXPANSION_TEXTS =
  '${expansions.join(' ')}'
`
}

function runsOf(expansions: string[]): string {
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
  return parts.join(' ')
}

const withLength = (run: string, length: number): string =>
  length === 1 ? run : `${run}:${length.toString(36)}`

function head(codePoint: number, expansions: string[]): string {
  const rule = ruleOf(String.fromCodePoint(codePoint))
  const shift = shiftOf(codePoint, rule, expansions)
  return META_LETTERS.charAt(metaOf(rule)) + (shift === 0 ? '' : shift.toString(36))
}

function metaOf(rule: CharacterRule): number {
  const meta = RUN_METAS.indexOf(entryOf(rule.characterClass, 0, rule.flags))
  if (meta < 0) throw new Error(`no letter for ${JSON.stringify(rule)}`)
  return meta
}

function shiftOf(codePoint: number, rule: CharacterRule, expansions: string[]): number {
  if (rule.characterClass === EXPANDING) return expansionNumber(rule.fold, expansions)
  // What separates or vanishes has no fold to keep; a shift would only break up runs.
  const folds =
    rule.characterClass === WORD || rule.characterClass === IDEOGRAPH || rule.characterClass === OTHER
  return folds ? (rule.fold.codePointAt(0) as number) - codePoint : 0
}

function expansionNumber(fold: string, expansions: string[]): number {
  if (!expansions.includes(fold)) expansions.push(fold)
  return expansions.indexOf(fold)
}
