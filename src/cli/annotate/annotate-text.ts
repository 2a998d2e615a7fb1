import { type Knowledge, recognise } from '../../linking/recognise.ts'
import type { EntityId, EntityRef } from '../../model/ids.ts'
import type { Hint, Mention, RecogniseInput, Recognition } from '../../model/mention.ts'
import type { AnnotationRequest } from './read-request.ts'
import { type PlainBlock, splitBlocks } from './split-blocks.ts'

/** A mention as `annotate` prints it: offsets are UTF-16 units into the text, entities are ids of the bundle. */
export interface AnnotatedMention extends Omit<Mention, 'entity' | 'candidates' | 'holder' | 'holders'> {
  readonly entity: EntityId | null
  readonly candidates?: readonly EntityId[]
  readonly holder?: EntityId
  readonly holders?: readonly EntityId[]
}

/** A hint as `annotate` prints it. */
export interface AnnotatedHint extends Omit<Hint, 'entity'> {
  readonly entity: EntityId
}

/** One line of output. */
export interface Annotation {
  readonly id: string | number
  readonly mentions: readonly AnnotatedMention[]
  /** Left out where there is none. */
  readonly hints?: readonly AnnotatedHint[]
}

/** Recognises what a text names. */
export async function annotateText(request: AnnotationRequest, knowledge: Knowledge): Promise<Annotation> {
  const blocks = splitBlocks(request.text)
  return annotationOf(request, blocks, await recognise(inputOf(request, blocks), knowledge))
}

/** A request as recognising takes it. */
export const inputOf = (
  { id: _id, text: _text, ...about }: AnnotationRequest,
  blocks: readonly PlainBlock[],
): RecogniseInput => ({ ...about, blocks: blocks.map((block) => ({ text: block.text })) })

/** What was recognised as it is printed. */
export function annotationOf(
  { id, text }: AnnotationRequest,
  blocks: readonly PlainBlock[],
  recognised: Recognition,
): Annotation {
  const starts = blocks.map(({ start }) => start)
  const mentions = recognised.blocks.flatMap((block, index) =>
    block.mentions.map((mention) => annotatedMention(mention, text, starts[index] ?? 0)),
  )
  const hints = recognised.blocks.flatMap((block, index) =>
    block.hints.map((hint) => annotatedHint(hint, starts[index] ?? 0)),
  )
  return { id, mentions, ...(hints.length > 0 && { hints }) }
}

function annotatedMention(mention: Mention, text: string, shift: number): AnnotatedMention {
  const {
    start,
    end,
    surface: _surface,
    entity,
    candidates,
    name,
    type,
    via,
    score,
    holder,
    holders,
    ...rest
  } = mention
  return {
    start: start + shift,
    end: end + shift,
    surface: text.slice(start + shift, end + shift),
    entity: entity?.entity ?? null,
    ...(candidates && { candidates: candidates.map(idOf) }),
    name,
    type,
    via,
    score,
    ...(holder && { holder: idOf(holder) }),
    ...(holders && { holders: holders.map(idOf) }),
    ...rest,
  }
}

const annotatedHint = ({ start, end, entity, ...rest }: Hint, shift: number): AnnotatedHint => ({
  start: start + shift,
  end: end + shift,
  entity: idOf(entity),
  ...rest,
})

const idOf = (ref: EntityRef): EntityId => ref.entity
