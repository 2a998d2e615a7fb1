import { createHash } from 'node:crypto'
import type { Confidence, EntityRecord, Source } from '../../model/entity.ts'

/** One fact of a bundle as it is compared with its source: a statement, or an event of a timeline. */
export interface SampledFact {
  readonly entity: string
  /** A property of the vocabulary, or `event`. */
  readonly property: string
  /** The value in words, an entity's id, or an event's title. */
  readonly value: string
  /** EDTF dates: from and to of a statement, the date of an event. */
  readonly dates: string
  readonly confidence: Confidence
  readonly source: Source | undefined
}

/**
 * Draws facts of one confidence by seed. Each fact is ranked by a hash of the seed and itself, and the lowest
 * are taken: the same seed and facts give the same sample anywhere, and one fact more changes one place of it.
 */
export function sampleFacts(
  records: readonly EntityRecord[],
  count: number,
  seed: number,
  confidence: Confidence,
): SampledFact[] {
  return records
    .flatMap(factsOf)
    .filter((fact) => fact.confidence === confidence)
    .map((fact) => ({ fact, rank: rankOf(fact, seed) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ fact }) => fact)
}

/** The sample as lines for a terminal, one a fact. */
export const sampleLines = (facts: readonly SampledFact[]): string[] =>
  facts.map(({ entity, property, value, dates, source }) =>
    [entity, property, value, dates, source?.id, source?.url].join(' | '),
  )

function factsOf({ id, statements, events, sources }: EntityRecord): SampledFact[] {
  const sourceOf = (cited: string) => sources.find((source) => source.id === cited)
  return [
    ...statements.map((each) => ({
      entity: id,
      property: each.property,
      value: each.entity ?? each.value ?? '',
      dates: termOf(each.start, each.end, each.acting),
      confidence: each.confidence,
      source: sourceOf(each.source),
    })),
    ...events.map((each) => ({
      entity: id,
      property: 'event',
      value: each.title,
      dates: each.date,
      confidence: each.confidence ?? 'confirmed',
      source: sourceOf(each.source),
    })),
  ]
}

const termOf = (start = '', end = '', acting = false): string =>
  `${start}${end === '' ? '' : ` to ${end}`}${acting ? ', acting' : ''}`.trim()

const rankOf = ({ entity, property, value, dates, source }: SampledFact, seed: number): string =>
  createHash('sha256')
    .update(JSON.stringify([seed, entity, property, value, dates, source?.id]))
    .digest('hex')
