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
  const byLength = [...entities].sort(([a], [b]) => b.length - a.length)
  return (text) => {
    const folded = fold(text)
    const found = byLength.flatMap(([name, entity]) =>
      occurrences(folded, name).map((start) => ({ start, end: start + name.length, entity })),
    )
    found.sort((a, b) => a.start - b.start || b.end - a.end)
    let end = 0
    const kept = found.filter((each) => {
      const isFree = each.start >= end
      if (isFree) end = each.end
      return isFree
    })
    return { mentions: kept, hints: [] }
  }
}

/** Letter by letter, so that no offset moves. */
const foldLetters = (text: string): string =>
  Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('')

function occurrences(text: string, name: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (isEdge(text, at) && isEdge(text, at + name.length)) starts.push(at)
  return starts
}

/** A word boundary; between Chinese characters a word may end anywhere. */
function isEdge(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1), at)
  const after = text.slice(at, at + 1)
  return !isWordly(before) || !isWordly(after)
}

const isWordly = (character: string): boolean =>
  /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character)
