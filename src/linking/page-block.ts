import type { TextBlock } from '../model/mention.ts'
import { type Sentence, sentencesOf } from '../text/sentences.ts'
import type { NestedCandidate } from './nested-candidates.ts'

/** A block of the page with the names found in it, in reading order; the title is read before all others. */
export interface PageBlock extends TextBlock {
  readonly candidates: readonly NestedCandidate[]
  readonly sentences: readonly Sentence[]
  /** True for the title: it licenses later mentions, but nothing in it is marked. */
  readonly isTitle: boolean
}

/** A block ready for linking. Sentences are split only where something was found. */
export function pageBlock(
  block: TextBlock,
  candidates: readonly NestedCandidate[],
  isTitle = false,
): PageBlock {
  return { ...block, candidates, isTitle, sentences: candidates.length > 0 ? sentencesOf(block.text) : [] }
}

/** The sentence around an offset; the whole block where none covers it. */
export function sentenceAt(block: PageBlock, offset: number): Sentence {
  let low = 0
  let high = block.sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((block.sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found = block.sentences[low]
  return found && found.start <= offset ? found : { start: 0, end: block.text.length }
}
