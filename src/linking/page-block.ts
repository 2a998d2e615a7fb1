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
  /** Where four digits or more stand in a row, as pairs of offsets: without them nothing is dated. Looked for when first asked for. */
  readonly digitRuns: readonly number[]
  /** True for the title: it licenses later mentions, but nothing in it is marked. */
  readonly isTitle: boolean
}

/** A block ready for linking. */
export const pageBlock = (block: GivenBlock): PageBlock => new SplitBlock(block)

type GivenBlock = Omit<PageBlock, 'sentences' | 'digitRuns'>

class SplitBlock implements PageBlock {
  readonly text: string
  readonly lang: string | undefined
  readonly candidates: readonly FoundName[]
  readonly firstToken: number
  readonly lastToken: number
  readonly isTitle: boolean
  private split: readonly Sentence[] | undefined
  private digits: readonly number[] | undefined

  constructor({ text, lang, candidates, firstToken, lastToken, isTitle }: GivenBlock) {
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

  get digitRuns(): readonly number[] {
    this.digits ??= digitRunsOf(this.text)
    return this.digits
  }
}

/** Of four characters in a row one stands at a multiple of four, so that only those need be looked at. */
function digitRunsOf(text: string): readonly number[] {
  let runs: number[] | undefined
  for (let at = 0; at < text.length; at += FEWEST_DIGITS) {
    if (!isDigitAt(text, at)) continue
    let start = at
    while (isDigitAt(text, start - 1)) start -= 1
    while (isDigitAt(text, at + 1)) at += 1
    if (at + 1 - start < FEWEST_DIGITS) continue
    runs ??= []
    runs.push(start, at + 1)
  }
  return runs ?? NONE
}

const FEWEST_DIGITS = 4
const ZERO = 0x30
const NINE = 0x39

function isDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= ZERO && unit <= NINE
}

const NONE: readonly number[] = []

/** Whether four digits stand in a row in a stretch of a block, so that it may hold a year. */
export function mayHoldYear({ digitRuns }: PageBlock, from: number, to: number): boolean {
  for (let at = 0; at < digitRuns.length; at += 2)
    if (Math.min(digitRuns[at + 1] as number, to) - Math.max(digitRuns[at] as number, from) >= 4) return true
  return false
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
