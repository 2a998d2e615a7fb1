import type { BundleName } from './bundle-names.ts'
import type { Answer } from './score.ts'

/** How a baseline compares letters. */
export type Case = 'folded' | 'exact'

/** What a baseline answers: every alias at word boundaries, leftmost-longest; of namesakes the first is taken. */
export type Baseline = (text: string) => Answer

/**
 * The two baselines: all aliases with their case folded, which is what the nearest product does, and
 * the same with the case as written. Written without any of our matching code.
 */
export function baseline(names: readonly BundleName[], letters: Case): Baseline {
  const fold = letters === 'folded' ? foldLetters : (text: string) => text
  const entities = new Map<string, string>()
  for (const { text, entity } of names) if (!entities.has(fold(text))) entities.set(fold(text), entity)
  const lengths = [...new Set([...entities.keys()].map((name) => name.length))].sort((a, b) => b - a)
  return (text) => {
    const folded = fold(text)
    const mentions: Answer['mentions'][number][] = []
    for (let start = 0; start < folded.length; start += 1) {
      if (!isEdge(folded, start)) continue
      const length = lengths.find(
        (each) => entities.has(folded.slice(start, start + each)) && isEdge(folded, start + each),
      )
      if (length === undefined || start + length > folded.length) continue
      const entity = entities.get(folded.slice(start, start + length)) ?? ''
      mentions.push({ start, end: start + length, entity })
      start += length - 1
    }
    return { mentions, hints: [] }
  }
}

/** Letter by letter, so that no offset moves. */
const foldLetters = (text: string): string =>
  Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('')

/** A word boundary; between Chinese characters a word may end anywhere. */
function isEdge(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1), at)
  const after = text.slice(at, at + 1)
  return !isWordly(before) || !isWordly(after)
}

const isWordly = (character: string): boolean =>
  /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character)
