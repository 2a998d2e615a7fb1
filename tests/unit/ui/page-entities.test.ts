import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import type { PageEntity } from '../../../src/model/page-marks.ts'
import { groupByKind, type Jumps, jumped, mentionCount } from '../../../src/ui/popup/page-entities.ts'

const entity = (name: string, kind: EntityKind, count: number): PageEntity => ({
  entity: { bundle: 'world' as BundleId, entity: name as EntityId },
  name,
  kind,
  count,
})

const page = [
  entity('norov', 'person', 6),
  entity('itu', 'organization', 8),
  entity('zhao', 'person', 6),
  entity('sco', 'organization', 14),
]

describe('the entities of a page', () => {
  test('stand by kind, organisations first, the most mentioned first, equals as they come in the text', () => {
    const groups = groupByKind(page).map(({ kind, entities }) => [kind, entities.map(({ name }) => name)])
    expect(groups).toEqual([
      ['organization', ['sco', 'itu']],
      ['person', ['norov', 'zhao']],
    ])
  })

  test('have as many mentions as all of them together', () => {
    expect(mentionCount(page)).toBe(34)
    expect(mentionCount([])).toBe(0)
  })
})

describe('jumping', () => {
  const norov = entity('norov', 'person', 2).entity
  const places = (count: number, times: number): (number | undefined)[] => {
    let jumps: Jumps = new Map()
    return Array.from({ length: times }, () => {
      jumps = jumped(jumps, norov, count)
      return [...jumps.values()][0]
    })
  }

  test('goes from mention to mention and begins anew after the last', () => {
    expect(places(3, 5)).toEqual([0, 1, 2, 0, 1])
  })

  test('stays at the only mention', () => {
    expect(places(1, 3)).toEqual([0, 0, 0])
  })

  test('remembers each entity by itself', () => {
    const zhao = entity('zhao', 'person', 2).entity
    const jumps = jumped(jumped(jumped(new Map(), norov, 3), norov, 3), zhao, 2)
    expect(Object.fromEntries(jumps)).toEqual({ 'world/norov': 1, 'world/zhao': 0 })
  })
})
