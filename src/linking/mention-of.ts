import type { DayInterval } from '../facts/interval.ts'
import type { Mention } from '../model/mention.ts'
import type { Decision } from './decide.ts'
import { roleContext } from './role-context.ts'
import { resolveHolder } from './role-holder.ts'
import { type Spot, type SpotPlace, surfaceOf } from './spot.ts'

/** A decided mention of a block, with the spot that it was decided on. */
export interface DecidedMention {
  readonly spot: Spot
  readonly decision: Exclude<Decision, { outcome: 'silent' }>
  readonly place: SpotPlace
}

/** A mention as the page and the command line get it. */
export function mentionOf({ spot, decision, place }: DecidedMention, date: DayInterval | undefined): Mention {
  const { start, end } = spot
  const surface = surfaceOf(spot)
  const score = Math.round(decision.support * 100) / 100
  if (decision.outcome === 'ambiguous') {
    const { senses } = decision
    const [first] = senses
    return {
      start,
      end,
      surface,
      score,
      entity: null,
      candidates: senses.map(({ view }) => view.ref),
      name: surface,
      type: first?.view.kind ?? 'organization',
      via: first?.via ?? 'name',
    }
  }
  const { via } = decision
  const { ref: entity, name, kind: type, position } = decision.sense.view
  if (!position) return { start, end, surface, score, entity, name, type, via }
  const held = resolveHolder(position, roleContext(spot, place, date, position))
  return { start, end, surface, score, entity, name, type, via, ...held }
}
