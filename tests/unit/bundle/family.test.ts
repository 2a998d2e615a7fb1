import { describe, expect, test } from 'vitest'
import { familyOf, isHeir, PACKAGED_FAMILY, type Present } from '../../../src/bundle/family.ts'
import type { Trust } from '../../../src/bundle/trust.ts'

const PACKAGE: Trust = { kind: 'package' }
const ROOT_A: Trust = { kind: 'root', rootDigest: 'aa' }
const LINK = 'https://next.example/#bgk=key'
const FOLLOWS = { updatesPackaged: true, link: LINK }

const CASES: readonly [
  why: string,
  trust: Trust,
  follows: boolean,
  present: string | undefined,
  family: string | undefined,
][] = [
  ['the package installs its bundle', PACKAGE, false, undefined, PACKAGED_FAMILY],
  ['the package replaces its own', PACKAGE, false, PACKAGED_FAMILY, PACKAGED_FAMILY],
  ['the package does not replace what a reader subscribed to', PACKAGE, false, 'aa', undefined],
  ['a publisher installs its bundle', ROOT_A, false, undefined, 'aa'],
  ['a publisher that may follow the package has its own bundles too', ROOT_A, true, undefined, 'aa'],
  ['a publisher replaces its own', ROOT_A, false, 'aa', 'aa'],
  ['a publisher does not replace what another published', ROOT_A, false, 'bb', undefined],
  ['not even where it may follow the package', ROOT_A, true, 'bb', undefined],
  ['a publisher does not replace the packaged bundle', ROOT_A, false, PACKAGED_FAMILY, undefined],
  [
    'a publisher that may follow the package stays in its family',
    ROOT_A,
    true,
    PACKAGED_FAMILY,
    PACKAGED_FAMILY,
  ],
]

describe('whose bundle it is', () => {
  test.each(CASES)('%s', (_why, trust, follows, present, family) => {
    const before = present === undefined ? undefined : { family: present }
    expect(familyOf(trust, follows ? FOLLOWS : undefined, before)).toBe(family)
  })

  test.each([
    ['the bundle that the publisher goes on with takes the place', { family: 'bb', successor: LINK }, 'aa'],
    ['another one does not', { family: 'bb', successor: 'https://other.example/#bgk=key' }, undefined],
    [
      'of the packaged bundle the package stays in charge',
      { family: PACKAGED_FAMILY, successor: LINK },
      PACKAGED_FAMILY,
    ],
  ] as const)('where one is superseded: %s', (_why, present: Present, family) => {
    expect(familyOf(ROOT_A, FOLLOWS, present)).toBe(family)
    expect(isHeir(FOLLOWS, present)).toBe(family === 'aa')
  })
})
