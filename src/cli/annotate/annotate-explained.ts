import { type Knowledge, recogniseExplained } from '../../linking/recognise.ts'
import type { ExplainedEvidence, ExplainedSense, Explanation, Rejection } from '../../model/explanation.ts'
import { type AnnotatedMention, type Annotation, annotationOf, inputOf } from './annotate-text.ts'
import type { AnnotationRequest } from './read-request.ts'
import { splitBlocks } from './split-blocks.ts'

/** An annotation with the reasons in words, one line each. */
export interface ExplainedAnnotation extends Annotation {
  readonly mentions: readonly (AnnotatedMention & { readonly why: readonly string[] })[]
  /** Names of the bundle that were left alone, and why. */
  readonly unmarked: readonly Unmarked[]
}

interface Unmarked {
  readonly start: number
  readonly end: number
  readonly surface: string
  readonly why: readonly string[]
}

/** Recognises what a text names and says why. */
export async function annotateExplained(
  request: AnnotationRequest,
  knowledge: Knowledge,
): Promise<ExplainedAnnotation> {
  const blocks = splitBlocks(request.text)
  const explained = await recogniseExplained(inputOf(request, blocks), knowledge)
  const { mentions, ...rest } = annotationOf(request, blocks, explained)
  const reasons = explained.explanations.flatMap((block) => block.mentions.map(whyOf))
  const unmarked = explained.explanations.flatMap((block, index) =>
    block.unmarked.map((each) => unmarkedOf(each, blocks[index]?.start ?? 0)),
  )
  return {
    ...rest,
    mentions: mentions.map((mention, at) => ({ ...mention, why: reasons[at] ?? [] })),
    unmarked,
  }
}

const unmarkedOf = (explanation: Explanation, shift: number): Unmarked => ({
  start: explanation.start + shift,
  end: explanation.end + shift,
  surface: explanation.surface,
  why: whyOf(explanation),
})

const whyOf = ({ via, linkedFrom, chosen, rejected }: Explanation): string[] => [
  ...(via === undefined ? [] : [`rule ${via}`]),
  ...chosen.map((sense) => `means ${described(sense, linkedFrom)}`),
  ...rejected.map((sense) => `not ${described(sense, linkedFrom)}: ${REASONS[sense.reason]}`),
]

/** `sco by acronym "SCO" 0.10 + related itu 0.25 + context Tashkent 0.25 = 0.60, linked from 0.55`. */
function described(
  { entity, alias, aliasKind, worth, evidence, support }: ExplainedSense,
  linkedFrom: number,
): string {
  const parts = evidence.map((each) => `${each.kind}${seenIn(each)} ${each.weight.toFixed(2)}`)
  const sum = [`${aliasKind} "${alias}" ${worth.toFixed(2)}`, ...parts].join(' + ')
  return `${entity.entity} by ${sum} = ${support.toFixed(2)}, linked from ${linkedFrom}`
}

/** An entity by its id, a context word as it is. */
const seenIn = ({ seen }: ExplainedEvidence): string =>
  seen === undefined ? '' : ` ${'word' in seen ? seen.word : seen.entity.entity}`

const REASONS: Readonly<Record<Rejection, string>> = {
  'somebody-else': "the words around the surname make it another person's",
  'another-office': "the title is part of another office's",
  'other-version': 'the year beside it is that of another',
  'larger-name': 'it is part of a longer name that is not known',
  'yet-to-come': 'it came about years after the article',
  'not-named-before': 'the surname stands before any full name',
  unsupported: 'the page supports it too little',
  outweighed: 'another sense is better supported',
  place: 'places help to tell what a page is about, but are not marked',
  'defined-otherwise': 'the text spells the acronym out as something else',
}
