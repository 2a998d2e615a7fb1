import { describe, expect, test } from 'vitest'
import { createBackoff } from '../../../src/page/backoff.ts'

const node = {} as Node

/** How often a text that changes all the time is read within a span of milliseconds. */
function readings(span: number): number {
  const backoff = createBackoff()
  let count = 0
  for (let now = 0; now < span; now += 10) {
    if (backoff.wait(node, now) > 0) continue
    backoff.changed(node, now)
    count++
  }
  return count
}

describe('patience', () => {
  test('is endless with what has not changed yet', () => {
    expect(createBackoff().wait(node, 1000)).toBeLessThanOrEqual(0)
  })

  test('doubles with each change in a row, up to a limit', () => {
    expect(readings(1_000)).toBe(4)
    expect(readings(10_000)).toBe(8)
    expect(readings(100_000) - readings(10_000)).toBeLessThanOrEqual(90_000 / 3_200 + 1)
  })

  test('is as before with what was quiet for a while', () => {
    const backoff = createBackoff()
    for (const now of [0, 100, 300]) backoff.changed(node, now)
    expect(backoff.wait(node, 300)).toBe(400)
    backoff.changed(node, 5_000)
    expect(backoff.wait(node, 5_000)).toBe(100)
  })

  test('with one is not patience with another', () => {
    const backoff = createBackoff()
    backoff.changed(node, 0)
    expect(backoff.wait({} as Node, 0)).toBeLessThanOrEqual(0)
  })
})
