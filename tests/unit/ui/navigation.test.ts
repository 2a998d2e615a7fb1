import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { arrive, type Navigation } from '../../../src/ui/popup/navigation.ts'
import { formatRoute, HOME, parseRoute, type Route } from '../../../src/ui/popup/route.ts'

const entry = (id: string, date?: string): Route => ({
  view: 'entity',
  entity: { bundle: 'world' as BundleId, entity: id as EntityId },
  ...(date !== undefined && { date }),
})
const bundles: Route = { view: 'bundles' }

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
const route = fc.oneof(
  fc.constant(HOME),
  fc.constant(bundles),
  id.map((each) => entry(each)),
  fc
    .tuple(id, fc.constantFrom('2020-02-27', '2007~', '2004/..', '201X'))
    .map(([each, date]) => entry(each, date)),
)

describe('the address of a route', () => {
  test('gives the route back', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(parseRoute(formatRoute(each))).toEqual(each)
      }),
    )
  })

  test.each([
    ['', 'no address'],
    ['#/nowhere', 'a view that does not exist'],
    ['#/entity/world', 'half a name'],
    ['#/entity/World/SCO', 'names that are no ids'],
    ['#/entity/world/../../etc', 'a way out'],
    [`#/entity/world/${'a'.repeat(129)}`, 'an id that is too long'],
    ['#/entity/world/sco?date=%E0%A4%A', 'an address that cannot be decoded keeps its entity only'],
  ])('%j: %s', (hash) => {
    const { view } = parseRoute(hash)
    expect(view).toBe(hash.includes('%E0') ? 'entity' : 'page')
  })

  test('leaves out a date that cannot be read', () => {
    expect(parseRoute('#/entity/world/sco?date=tomorrow')).toEqual(entry('sco'))
  })
})

describe('the way of a reader', () => {
  const walk = (...routes: Route[]): Navigation =>
    routes.reduce<Navigation>(arrive, { route: HOME, trail: [] })

  test('leads back where the reader came from', () => {
    expect(walk(entry('sco'), entry('itu'))).toEqual({ route: entry('itu'), trail: [HOME, entry('sco')] })
    expect(walk(entry('sco'), entry('itu'), entry('sco'))).toEqual({ route: entry('sco'), trail: [HOME] })
  })

  test('does not grow by standing still', () => {
    expect(walk(entry('sco'), entry('sco'))).toEqual({ route: entry('sco'), trail: [HOME] })
  })

  test('tells the same entry at two dates apart', () => {
    expect(walk(entry('sco', '2020'), entry('sco', '2007')).trail).toEqual([HOME, entry('sco', '2020')])
  })

  test('ends at home however long it was', () => {
    const long = Array.from({ length: 120 }, (_, index) => entry(`e${index}`))
    expect(walk(...long).trail.length).toBeLessThanOrEqual(50)
  })
})
