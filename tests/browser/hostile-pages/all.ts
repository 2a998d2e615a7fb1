import { DOCUMENTS } from './documents.ts'
import { EDITORS } from './editors.ts'
import type { HostilePage } from './hostile-page.ts'
import { LAYOUT } from './layout.ts'
import { SCRIPTS } from './scripts.ts'
import { SIZES } from './sizes.ts'
import { TEXT } from './text.ts'

/** Every hostile page, each with what it proves. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  ...SIZES,
  ...SCRIPTS,
  ...DOCUMENTS,
  ...EDITORS,
  ...TEXT,
  ...LAYOUT,
]
