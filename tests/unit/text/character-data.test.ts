import { expect, test } from 'vitest'
import { UNICODE_VERSION } from '../../../src/text/character-data.ts'
import { EXPANSIONS, entryAt } from '../../../src/text/character-table.ts'
import { classOf, EXPANDING, foldOf, IDEOGRAPH, OTHER } from '../../../src/text/characters.ts'
import { characterDataFile } from './character-runs.ts'
import { ruleOf } from './folding-rules.ts'

test('the stored data are what the rules give', async () => {
  // Another version of Unicode knows more characters; the next test compares those that both know.
  if (process.versions.unicode !== UNICODE_VERSION) return
  await expect(characterDataFile()).toMatchFileSnapshot('../../../src/text/character-data.ts')
})

test('the table answers by the rules for every character', () => {
  const wrong: string[] = []
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += codePoint < 0x20000 ? 1 : 97) {
    if (codePoint >= 0xd800 && codePoint < 0xe000) continue
    const character = String.fromCodePoint(codePoint)
    const rule = ruleOf(character)
    const entry = entryAt(character, 0)
    const known = classOf(entry) !== OTHER || foldOf(entry) !== codePoint
    if (classOf(entry) !== rule.characterClass && known) wrong.push(character)
    if (classOf(entry) === EXPANDING && EXPANSIONS[foldOf(entry)] !== rule.fold) wrong.push(character)
  }
  expect(wrong).toEqual([])
})

test('each unified ideograph is a token of its own and folds to itself, as the scan takes for granted', () => {
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
    const entry = entryAt(String.fromCharCode(unit), 0)
    expect([classOf(entry), foldOf(entry)]).toEqual([IDEOGRAPH, unit])
  }
})
