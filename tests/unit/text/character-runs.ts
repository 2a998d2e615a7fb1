import { RUN_METAS } from '../../../src/text/character-table.ts'
import { EXPANDING, entryOf, IDEOGRAPH, OTHER, WORD } from '../../../src/text/characters.ts'
import { type CharacterRule, ruleOf } from './folding-rules.ts'

const LAST = 0x10ffff
const META_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

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

const withLength = (run: string, length: number): string =>
  length === 1 ? run : `${run}:${length.toString(36)}`

function head(codePoint: number, expansions: string[]): string {
  const rule = ruleOf(String.fromCodePoint(codePoint))
  const shift = shiftOf(codePoint, rule, expansions)
  return META_LETTERS.charAt(metaOf(rule)) + (shift === 0 ? '' : shift.toString(36))
}

function metaOf(rule: CharacterRule): number {
  const meta = RUN_METAS.findIndex((each) => each === entryOf(rule.characterClass, 0, rule.flags))
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
