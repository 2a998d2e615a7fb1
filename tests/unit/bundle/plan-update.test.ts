import { describe, expect, test } from 'vitest'
import type { BundleDelta, BundleManifest } from '../../../src/bundle/manifest.ts'
import { planUpdate } from '../../../src/bundle/plan-update.ts'

const part = (length: number) => ({ path: '', length, sha256: '', raw: length, records: 1 })
const delta = (from: number, to: number, length: number, states = ['', '']): BundleDelta => ({
  from,
  fromState: `${states[0]}${from}`,
  to,
  toState: `${states[1]}${to}`,
  puts: 1,
  dels: 0,
  parts: [part(length)],
})
const manifest = (deltas: readonly BundleDelta[]) =>
  ({
    generation: 10,
    state: { root: '10' },
    full: [part(600), part(400)],
    deltas,
  }) as unknown as BundleManifest
const from = (generation: number) => ({ generation, stateRoot: `${generation}` })
const steps = (plan: ReturnType<typeof planUpdate>) =>
  plan.kind === 'deltas' ? plan.deltas.map((each) => `${each.from}-${each.to}`) : plan.kind

describe('planning an update', () => {
  const adjacent = Array.from({ length: 9 }, (_, i) => delta(i + 1, i + 2, 50))

  test.each([
    ['nothing installed takes the full parts', adjacent, undefined, 'full'],
    ['the same generation with the same records needs nothing', adjacent, from(10), 'current'],
    [
      'the same generation with other records takes the full parts',
      adjacent,
      { generation: 10, stateRoot: 'x' },
      'full',
    ],
    ['one behind takes one delta', adjacent, from(9), ['9-10']],
    ['three behind take three, in order', adjacent, from(7), ['7-8', '8-9', '9-10']],
    [
      'a chain of just 40 % is still taken',
      adjacent,
      from(2),
      ['2-3', '3-4', '4-5', '5-6', '6-7', '7-8', '8-9', '9-10'],
    ],
    ['over 40 % of the full size the full parts are taken', adjacent, from(1), 'full'],
    ['a generation that no delta starts from takes the full parts', [delta(9, 10, 1)], from(8), 'full'],
    [
      'one between takes a delta that began before it',
      [delta(4, 10, 90), delta(9, 10, 1)],
      from(7),
      ['4-10'],
    ],
    [
      'of equal ones that which starts at the installed one',
      [delta(5, 10, 60), delta(7, 10, 60)],
      from(7),
      ['7-10'],
    ],
    ['of several such deltas the smallest', [delta(2, 10, 99), delta(6, 10, 60)], from(7), ['6-10']],
    [
      'such a delta is joined with one behind it',
      [delta(4, 9, 90), delta(9, 10, 1)],
      from(7),
      ['4-9', '9-10'],
    ],
    ['a delta that ends before it is of no use', [delta(2, 6, 1)], from(7), 'full'],
    [
      'records that no delta starts from take the full parts',
      adjacent,
      { generation: 9, stateRoot: 'x' },
      'full',
    ],
    ['a chain that breaks off takes the full parts', [delta(8, 9, 1)], from(8), 'full'],
    [
      'deltas that do not join take the full parts',
      [delta(8, 9, 1, ['', 'x']), delta(9, 10, 1)],
      from(8),
      'full',
    ],
    ['a skip is taken where it is smaller', [...adjacent, delta(3, 10, 60)], from(3), ['3-10']],
    ['a skip is left where it is larger', [...adjacent, delta(8, 10, 101)], from(8), ['8-9', '9-10']],
    ['steps and skips are mixed', [...adjacent, delta(3, 9, 60)], from(2), ['2-3', '3-9', '9-10']],
    ['a later generation than offered takes the full parts', adjacent, from(11), 'full'],
    ['deltas in any order are found', [...adjacent].reverse(), from(8), ['8-9', '9-10']],
  ] as const)('%s', (_why, deltas, installed, expected) => {
    expect(steps(planUpdate(manifest(deltas), installed))).toEqual(expected)
  })

  test('the bytes are those that will be fetched', () => {
    expect(planUpdate(manifest(adjacent), from(7))).toMatchObject({ bytes: 150 })
    expect(planUpdate(manifest(adjacent), undefined)).toMatchObject({ bytes: 1000 })
  })
})
