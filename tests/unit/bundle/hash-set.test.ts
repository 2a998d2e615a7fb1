import { expect, test } from 'vitest'
import { HashSet } from '../../../src/bundle/hash-set.ts'

test('a set of many texts knows exactly them', () => {
  const set = new HashSet()
  const texts = Array.from({ length: 50_000 }, (_, index) => `entity-${index}`)
  for (const text of [...texts, ...texts.slice(0, 1_000), '']) set.add(text)
  expect(set.size).toBe(texts.length + 1)
  expect(texts.every((text) => set.has(text))).toBe(true)
  expect(texts.filter((text) => set.has(`${text}x`))).toEqual([])
  expect([set.has(''), new HashSet().has('')]).toEqual([true, false])
})
