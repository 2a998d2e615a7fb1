import { refKey } from '../model/ids.ts'
import type { Recognition } from '../model/mention.ts'
import type { Rejection } from './decide.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { type DecidedBlock, type DecidedPage, decidePage, type PageReading, shownOf } from './link.ts'
import type { DecidedMention } from './mention-of.ts'
import type { Sense, Spot } from './spot.ts'
import { surfaceOf } from './spot.ts'
import { THRESHOLD } from './weights.ts'

/** Why a sense was taken or not. Weights are from 0 to 1. */
export interface ExplainedSense {
  /** The entity's `refKey`. */
  readonly entity: string
  /** The name of the bundle that fits, and its kind. */
  readonly alias: string
  readonly aliasKind: Sense['kind']
  /** What the name alone is worth. */
  readonly worth: number
  readonly evidence: readonly Evidence[]
  readonly support: number
}

/** A sense that was not taken. `defined-otherwise`: the text gives the acronym another expansion. */
export interface ExplainedRejection extends ExplainedSense {
  readonly reason: Rejection | 'defined-otherwise'
}

/** The reasons behind a mention, or behind silence where `chosen` is empty; several are chosen where it is ambiguous. */
export interface Explanation {
  readonly start: number
  readonly end: number
  readonly surface: string
  readonly chosen: readonly ExplainedSense[]
  readonly rejected: readonly ExplainedRejection[]
}

/** A recognition with the reasons behind it; explanations are block by block, those of mentions in their order. */
export interface ExplainedRecognition extends Recognition {
  readonly explanations: readonly {
    readonly mentions: readonly Explanation[]
    readonly unmarked: readonly Explanation[]
  }[]
}

/** From this support on a name is linked; an explanation is read against it. */
export const LINKED_FROM = THRESHOLD

/** Links a page and says why. */
export function explain(reading: PageReading): ExplainedRecognition {
  const page = decidePage(reading)
  const shown = page.blocks.filter(({ block }) => !block.isTitle)
  return {
    ...shownOf(page, reading),
    explanations: shown.map((decided) => ({
      mentions: decided.mentions.map((mention) => mentionExplained(mention, page)),
      unmarked: [...unmarkedIn(decided, page), ...foreignIn(decided, page, reading)],
    })),
  }
}

function mentionExplained({ spot, decision }: DecidedMention, page: DecidedPage): Explanation {
  const senses = decision.outcome === 'linked' ? [decision.sense] : decision.senses
  return {
    ...spanOf(spot),
    chosen: senses.map((sense) => senseExplained(sense, decision.support, page)),
    rejected: decision.rejected.map(({ sense, support, reason }) => ({
      ...senseExplained(sense, support, page),
      reason,
    })),
  }
}

function unmarkedIn({ unmarked }: DecidedBlock, page: DecidedPage): Explanation[] {
  return unmarked.map(({ spot, rejected }) => ({
    ...spanOf(spot),
    chosen: [],
    rejected: rejected.map(({ sense, support, reason }) => ({
      ...senseExplained(sense, support, page),
      reason,
    })),
  }))
}

/** Acronyms that the page itself defines as something else never become spots. */
function foreignIn({ block }: DecidedBlock, page: DecidedPage, { index, views }: PageReading): Explanation[] {
  return block.candidates.flatMap(({ start, end, names }) => {
    const surface = block.text.slice(start, end)
    const foreign = names.flatMap((number) => {
      const { entity, text, kind } = index.name(number)
      const key = refKey(entity)
      if (!views.has(key) || !page.definitions.rejects(surface, key)) return []
      const sense = { entity: key, alias: text, aliasKind: kind, worth: 0, evidence: [], support: 0 }
      return [{ ...sense, reason: 'defined-otherwise' as const }]
    })
    return foreign.length > 0 ? [{ start, end, surface, chosen: [], rejected: foreign }] : []
  })
}

const spanOf = (spot: Spot) => ({ start: spot.start, end: spot.end, surface: surfaceOf(spot) })

const senseExplained = (
  { view, kind, name, worth }: Sense,
  support: number,
  { evidence }: DecidedPage,
): ExplainedSense => ({
  entity: view.key,
  alias: name,
  aliasKind: kind,
  worth,
  evidence: evidenceFor(view, evidence),
  support,
})
