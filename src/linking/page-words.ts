import type { PageBlock } from './page-block.ts'
import type { PageTokens } from './page-tokens.ts'
import type { ContextWord, EntityView } from './view.ts'
import type { WarmIndex } from './warm-index.ts'
import { standsAt } from './word-at.ts'

/** The words of a page, to be asked for context words. */
export interface PageWords {
  /** Those context words of an entity that stand on the page, in their order. */
  of(view: Pick<EntityView, 'context'>): readonly ContextWord[]
}

/** What is needed to look for words. */
export interface WordReading {
  readonly blocks: readonly PageBlock[]
  readonly tokens: PageTokens
  readonly index: WarmIndex
}

/**
 * Looks context words up among the tokens of a page, by the hash of their first token; what that finds is compared
 * with the text. A page is asked for some hundred words, of which it holds a few.
 */
export function pageWords({ blocks, tokens, index }: WordReading): PageWords {
  const answers = new Map<string, boolean>()
  const isOnPage = (word: ContextWord, hash: number): boolean => {
    const known = answers.get(word.text)
    if (known !== undefined) return known
    const found = standsIn(word, hash, blocks, tokens)
    answers.set(word.text, found)
    return found
  }
  return {
    of({ context }) {
      let found: ContextWord[] | undefined
      const hashes = index.contextHashes(context)
      for (let at = 0; at < hashes.length; at += 1) {
        const hash = hashes[at] as number
        const word = context[at] as ContextWord
        if (!tokens.mayHave(hash) || !isOnPage(word, hash)) continue
        found ??= []
        found.push(word)
      }
      return found ?? NONE
    },
  }
}

const NONE: readonly ContextWord[] = []

function standsIn(
  word: ContextWord,
  hash: number,
  blocks: readonly PageBlock[],
  tokens: PageTokens,
): boolean {
  for (let at = tokens.lastBefore(tokens.count, hash); at >= 0; at = tokens.lastBefore(at, hash))
    if (standsAt(word, blocks[blockOf(at, blocks)]?.text ?? '', tokens.starts[at] as number)) return true
  return false
}

/** The number of the block that a token lies in. */
function blockOf(token: number, blocks: readonly PageBlock[]): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.lastToken ?? 0) <= token) low = middle + 1
    else high = middle
  }
  return low
}
