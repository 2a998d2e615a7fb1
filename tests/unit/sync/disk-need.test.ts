import { expect, test } from 'vitest'
import { bytesLeft } from '../../../src/sync/disk-need.ts'

const GB = 1_000_000_000

test.each([
  ['what the browser grants, where that is little', { quota: 2 * GB, usage: GB }, GB],
  ['five gigabytes in all, where it grants more', { quota: 500 * GB, usage: GB }, 4 * GB],
  ['nothing, where bundles have as much already', { quota: 500 * GB, usage: 6 * GB }, 0],
  ['unknown, where the browser does not tell', {}, undefined],
])('what may still be taken on the disk is %s', (_what, estimate, left) => {
  expect(bytesLeft(estimate)).toBe(left)
})
