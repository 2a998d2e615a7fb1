import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ENTITY_KINDS } from '../../../src/model/entity.ts'

const css = await readFile(new URL('../../../assets/design/tokens.css', import.meta.url), 'utf8')

/** Every token that is a pair of plain colours: light, dark. */
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  ),
)

const channel = (value: number): number =>
  value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const SCHEMES = ['light', 'dark'] as const

function colour(token: string, scheme: number): string {
  const value = pairs.get(token)?.[scheme]
  if (value === undefined) throw new Error(`no token --${token}`)
  return value
}

const texts = [
  'ink',
  'ink-soft',
  'link',
  'notice',
  'danger',
  'success',
  ...ENTITY_KINDS.map((kind) => `kind-${kind}`),
]
const surfaces = ['surface', 'surface-sunken', 'surface-raised']
const cases = SCHEMES.flatMap((name, scheme) => texts.map((text) => ({ name, scheme, text })))

describe('the colours of the interface', () => {
  test.each(cases)('$text can be read on every surface in $name', ({ scheme, text }) => {
    for (const surface of surfaces)
      expect(contrast(colour(text, scheme), colour(surface, scheme))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SCHEMES.map((name, scheme) => ({ name, scheme })))(
    'notices can be read in $name',
    ({ scheme }) => {
      for (const tone of ['notice', 'danger'])
        for (const text of ['ink', tone])
          expect(contrast(colour(text, scheme), colour(`${tone}-surface`, scheme))).toBeGreaterThanOrEqual(
            4.5,
          )
    },
  )

  test.each(SCHEMES.map((name, scheme) => ({ name, scheme })))(
    'outlines and focus can be seen in $name',
    ({ scheme }) => {
      for (const line of ['outline', 'focus'])
        for (const surface of surfaces)
          expect(contrast(colour(line, scheme), colour(surface, scheme))).toBeGreaterThanOrEqual(3)
    },
  )

  test('give every kind an accent of its own', () => {
    for (const scheme of SCHEMES.keys()) {
      const accents = ENTITY_KINDS.map((kind) => colour(`kind-${kind}`, scheme))
      expect(new Set(accents).size).toBe(ENTITY_KINDS.length)
    }
    for (const kind of ENTITY_KINDS) expect(css).toContain(`[data-kind="${kind}"]`)
  })
})
