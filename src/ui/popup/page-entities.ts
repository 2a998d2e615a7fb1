import { ENTITY_KINDS, type EntityKind } from '../../model/entity.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { PageEntity } from '../../model/page-marks.ts'

/** The entities of one kind on a page, the most mentioned first. */
export interface KindGroup {
  readonly kind: EntityKind
  readonly entities: readonly PageEntity[]
}

/** A page's entities by kind, in the order of the kinds; kinds without entities are left out. */
export function groupByKind(entities: readonly PageEntity[]): KindGroup[] {
  const groups = Map.groupBy(entities, ({ kind }) => kind)
  return ENTITY_KINDS.flatMap((kind) => {
    const members = groups.get(kind)
    return members ? [{ kind, entities: members.toSorted((a, b) => b.count - a.count) }] : []
  })
}

/** All mentions of a page. */
export const mentionCount = (entities: readonly PageEntity[]): number =>
  entities.reduce((sum, { count }) => sum + count, 0)

/** The mention at which the reader is, per entity (`refKey`); counted from 0. */
export type Jumps = ReadonlyMap<string, number>

/** The jumps after one more to an entity with `count` mentions: after the last comes the first. */
export function jumped(jumps: Jumps, entity: EntityRef, count: number): Jumps {
  const last = jumps.get(refKey(entity)) ?? -1
  return new Map(jumps).set(refKey(entity), (last + 1) % Math.max(1, count))
}
