import type { SentMention } from '../../model/packed-recognition.ts'

/** A stretch of text, with the mention that it is or without one. `start` counts UTF-16 units. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly mention?: SentMention
}

/** Cuts a text at its mentions, which are in order and do not overlap; the pieces together are the text. */
export function piecesOf(text: string, mentions: readonly SentMention[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const mention of mentions) {
    pieces.push({ start: at, text: text.slice(at, mention.start) })
    pieces.push({ start: mention.start, text: text.slice(mention.start, mention.end), mention })
    at = mention.end
  }
  pieces.push({ start: at, text: text.slice(at) })
  return pieces.filter((piece) => piece.text !== '')
}
