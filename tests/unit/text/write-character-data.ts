import { writeFileSync } from 'node:fs'
import { characterData } from './character-runs.ts'

// Run this with the Node of the lock file when the rules or its Unicode version change:
//   node tests/unit/text/write-character-data.ts
const file = new URL('../../../src/text/character-data.ts', import.meta.url)
const { runs, expansions } = characterData()
writeFileSync(
  file,
  `// Written by tests/unit/text/write-character-data.ts from the rules beside it; the tests compare the two.

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
`,
)
