import { type ExplainedSense, type Explanation, LINKED_FROM } from '../../linking/explain.ts'
import { type Knowledge, recogniseExplained } from '../../linking/recognise.ts'
import { refFromKey } from '../../model/ids.ts'
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

const whyOf = ({ chosen, rejected }: Explanation): string[] => [
  ...chosen.map((sense) => `means ${described(sense)}`),
  ...rejected.map((sense) => `not ${described(sense)}: ${REASONS[sense.reason]}`),
]

/** `sco by acronym "SCO" 0.10 + related itu 0.25 + context Tashkent 0.25 = 0.60, linked from 0.55`. */
function described({ entity, alias, aliasKind, worth, evidence, support }: ExplainedSense): string {
  const parts = evidence.map(
    ({ kind, seen, weight }) => `${kind}${seen === undefined ? '' : ` ${named(seen)}`} ${weight.toFixed(2)}`,
  )
  const sum = [`${aliasKind} "${alias}" ${worth.toFixed(2)}`, ...parts].join(' + ')
  return `${named(entity)} by ${sum} = ${support.toFixed(2)}, linked from ${LINKED_FROM}`
}

/** An entity by its id, a context word as it is. */
const named = (seen: string): string => (seen.includes('/') ? refFromKey(seen).entity : seen)

const REASONS: Readonly<Record<Explanation['rejected'][number]['reason'], string>> = {
  'somebody-else': "the words around the surname make it another person's",
  'another-office': "the title is part of another office's",
  'other-version': 'the year beside it is that of another',
  'larger-name': 'it is part of a longer name that is not known',
  'yet-to-come': 'it came about years after the article',
  'not-named-before': 'the surname stands before any full name',
  unsupported: 'the page supports it too little',
  outweighed: 'another sense is better supported',
  'defined-otherwise': 'the text spells the acronym out as something else',
}
