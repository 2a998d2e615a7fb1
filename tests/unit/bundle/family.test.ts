import { describe, expect, test } from 'vitest'
import { familyOf, PACKAGED_FAMILY } from '../../../src/bundle/family.ts'
import type { Trust } from '../../../src/bundle/open-manifest.ts'

const PACKAGE: Trust = { kind: 'package' }
const KEY_A: Trust = { kind: 'key', keyId: 'aa' }
const FOLLOWS = { updatesPackaged: true }

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
  ['a key installs its bundle', KEY_A, false, undefined, 'aa'],
  ['a key that may follow the package has its own bundles too', KEY_A, true, undefined, 'aa'],
  ['a key replaces its own', KEY_A, false, 'aa', 'aa'],
  ['a key does not replace what another key signed', KEY_A, false, 'bb', undefined],
  ['not even where it may follow the package', KEY_A, true, 'bb', undefined],
  ['a key does not replace the packaged bundle', KEY_A, false, PACKAGED_FAMILY, undefined],
  ['a key that may follow the package stays in its family', KEY_A, true, PACKAGED_FAMILY, PACKAGED_FAMILY],
]

describe('whose bundle it is', () => {
  test.each(CASES)('%s', (_why, trust, follows, present, family) => {
    expect(familyOf(trust, follows ? FOLLOWS : undefined, present)).toBe(family)
  })
})
