import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type GoldText, parseGold } from './gold.ts'

/** The sets of texts: `dev` may be tuned on, `blind` never (tests/eval/README.md). */
export const SETS = ['dev', 'blind'] as const
export type TextSet = (typeof SETS)[number]

/** Reads the texts of a set, by name. */
export async function readTexts(set: TextSet): Promise<GoldText[]> {
  const folder = fileURLToPath(new URL(`../${set}/`, import.meta.url))
  const files = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort()
  return Promise.all(files.map(async (file) => parseGold(await readFile(folder + file, 'utf8'), file)))
}
