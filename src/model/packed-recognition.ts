import type { EntityRef } from './ids.ts'
import type { Hint, Mention, Recognition } from './mention.ts'

/** A mention as a page gets it: how strong its evidence was is of no use there, and nearly no two have the same. */
export type SentMention = Omit<Mention, 'score'>

/** What a mention says, without where it stands: the mentions of one entity on a page mostly say the same. */
export type Sense = Omit<SentMention, 'start' | 'end' | 'surface'>

/** What was recognised in one block. */
export interface PackedBlock {
  /** For each mention, in order: start, end (UTF-16 units into the block, end exclusive) and the number of its sense. */
  readonly spans: readonly number[]
  /** Absent where there are none, as in nearly every block. */
  readonly hints?: readonly Hint[]
}

/** A `Recognition` as it is sent to a page, a tenth as long: each sense once, and three numbers for a mention. */
export interface PackedRecognition {
  readonly senses: readonly Sense[]
  /** In the order of the request; null where nothing was recognised. */
  readonly blocks: readonly (PackedBlock | null)[]
  readonly established: readonly EntityRef[]
}

/** Numbers of a span. */
export const SPAN = 3

/** Packs what was recognised. Left out are each mention's surface, which is in the text, and its score. */
export function packRecognition({ blocks, established }: Recognition): PackedRecognition {
  const senses: Sense[] = []
  const numbers = new Map<string, number>()
  const numberOf = ({
    start: _start,
    end: _end,
    surface: _surface,
    score: _score,
    ...sense
  }: Mention): number => {
    const key = JSON.stringify(sense)
    const number = numbers.get(key) ?? senses.push(sense) - 1
    numbers.set(key, number)
    return number
  }
  const packed = blocks.map(({ mentions, hints }) => {
    if (mentions.length === 0 && hints.length === 0) return null
    const spans = mentions.flatMap((each) => [each.start, each.end, numberOf(each)])
    return hints.length === 0 ? { spans } : { spans, hints }
  })
  return { senses, blocks: packed, established }
}

/** The mention of a sense at a place of a block's text. */
export const mentionOf = (sense: Sense, text: string, start: number, end: number): SentMention => ({
  ...sense,
  start,
  end,
  surface: text.slice(start, end),
})

/** The mentions of one block of the request, by its number, with the text that was asked about. */
export function mentionsOf({ blocks, senses }: PackedRecognition, at: number, text: string): SentMention[] {
  const spans = blocks[at]?.spans ?? []
  const mentions: SentMention[] = []
  for (let from = 0; from < spans.length; from += SPAN) {
    const [start = 0, end = 0, number = -1] = spans.slice(from, from + SPAN)
    const sense = senses[number]
    if (sense !== undefined) mentions.push(mentionOf(sense, text, start, end))
  }
  return mentions
}
