import type { TextBlock } from '../model/mention.ts'
import { type Sentence, sentencesOf } from '../text/sentences.ts'
import type { FoundName } from './name-form.ts'

/** A block of the page with the names found in it, in reading order; the title is read before all others. */
export interface PageBlock extends TextBlock {
  readonly candidates: readonly FoundName[]
  /** The numbers of its first token among those of the page, and of the first one behind it. */
  readonly firstToken: number
  readonly lastToken: number
  /** Split when first asked for: most blocks hold nothing for which sentences matter. */
  readonly sentences: readonly Sentence[]
  /** True for the title: it licenses later mentions, but nothing in it is marked. */
  readonly isTitle: boolean
}

/** A block ready for linking. */
export const pageBlock = (block: Omit<PageBlock, 'sentences'>): PageBlock => new SplitBlock(block)

class SplitBlock implements PageBlock {
  readonly text: string
  readonly lang: string | undefined
  readonly candidates: readonly FoundName[]
  readonly firstToken: number
  readonly lastToken: number
  readonly isTitle: boolean
  private split: readonly Sentence[] | undefined

  constructor({ text, lang, candidates, firstToken, lastToken, isTitle }: Omit<PageBlock, 'sentences'>) {
    this.text = text
    this.lang = lang
    this.candidates = candidates
    this.firstToken = firstToken
    this.lastToken = lastToken
    this.isTitle = isTitle
  }

  get sentences(): readonly Sentence[] {
    this.split ??= sentencesOf(this.text)
    return this.split
  }
}

/** The sentence around an offset; the whole block where none covers it. */
export function sentenceAt(block: PageBlock, offset: number): Sentence {
  const { sentences } = block
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= offset ? found : { start: 0, end: block.text.length }
}
