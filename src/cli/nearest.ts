/** Two slips of the pen at most: beyond that a suggestion is a guess. */
const MOST_SLIPS = 2

/** The known word that a misspelt one was most likely meant to be, or undefined. */
function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let fewest = Math.min(MOST_SLIPS, Math.floor(word.length / 3)) + 1
  for (const each of known) {
    if (Math.abs(each.length - word.length) >= fewest) continue
    const slips = editDistance(word, each)
    if (slips < fewest) [best, fewest] = [each, slips]
  }
  return best
}

/** What is said of a command that there is not; `above` is the command that it was to belong to. */
export const unknownCommand = (name: string, known: readonly string[], above = ''): string =>
  `Unknown command "${above}${name}". ${suggestion(name, known)}`.trimEnd()

/** " Did you mean ...?" for an advice, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : `Did you mean "${meant}"? `
}

/** Insertions, deletions and replacements between two words (Levenshtein), one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
