import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type GoldText, parseGold } from './gold.ts'

/** The sets that are never tuned on, each a folder that is reported by its name (tests/eval/README.md). */
export const HELD_OUT = ['blind', 'newsroom', 'desk'] as const

/** The sets of texts: `dev` may be tuned on, those held out never. */
export const SETS = ['dev', ...HELD_OUT] as const
export type TextSet = (typeof SETS)[number]

/** Reads the texts of a set, by name. */
export async function readTexts(set: TextSet): Promise<GoldText[]> {
  const folder = fileURLToPath(new URL(`../${set}/`, import.meta.url))
  const files = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort()
  return Promise.all(files.map(async (file) => parseGold(await readFile(folder + file, 'utf8'), file)))
}
