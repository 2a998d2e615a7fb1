import { describe, expect, test } from 'vitest'
import { ENTITY_KINDS } from '../../../src/model/entity.ts'
import { MARK_STYLES } from '../../../src/model/settings.ts'
import { HUE_SHARE, highlightNames, highlightStyle, UNDERLINES } from '../../../src/page/highlight-style.ts'

const shares = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

/** What `color-mix(in srgb, …)` makes of a hue and the colour of the text. */
const mixed = (hue: string, text: string): string => {
  const [own, other] = [shares(hue), shares(text)]
  const parts = own.map((share, at) =>
    Math.round((share * HUE_SHARE + (other[at] ?? 0) * (1 - HUE_SHARE)) * 255),
  )
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Grounds and texts of pages, the text readable (WCAG 1.4.3, or nearly). */
const GROUNDS: readonly (readonly [what: string, ground: string, text: string, least: number])[] = [
  ['black on white', '#ffffff', '#111111', 3],
  ['white on black', '#000000', '#eeeeee', 3],
  ['a red bar', '#cc0000', '#ffffff', 2.5],
  ['yellow on navy', '#000066', '#ffff00', 3],
  ['white on grey', '#777777', '#ffffff', 2],
  ['black on green', '#00aa00', '#000000', 3],
  ['a yellow box', '#ffd43b', '#222222', 3],
  ['grey on cream', '#fdf6e3', '#657b83', 3],
]

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = shares(colour).map((share) => {
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('the underline', () => {
  test.each(ENTITY_KINDS)('of %s can be seen on white and on black (WCAG 1.4.11)', (kind) => {
    const { colour } = UNDERLINES[kind]
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(colour, '#000000')).toBeGreaterThanOrEqual(3)
  })

  test.each(GROUNDS)(
    'with its text’s colour can be seen wherever the text can: %s',
    (_what, ground, text, least) => {
      for (const kind of ENTITY_KINDS)
        expect(contrast(mixed(UNDERLINES[kind].colour, text), ground)).toBeGreaterThanOrEqual(least)
    },
  )

  test('of no two kinds is the same, and those of one colour differ in their line', () => {
    const looks = ENTITY_KINDS.map((kind) => `${UNDERLINES[kind].line} ${UNDERLINES[kind].colour}`)
    expect(new Set(looks).size).toBe(ENTITY_KINDS.length)
  })
})

describe('the style sheet', () => {
  const names = highlightNames(1)

  test.each(MARK_STYLES)(
    '%s has a rule for each kind and the flash, all of them for screens alone',
    (look) => {
      const style = highlightStyle(names, look, ':root')
      for (const name of [...Object.values(names.kinds), names.flash])
        expect(style).toContain(`:root::highlight(${name})`)
      expect(style.startsWith('@media not print{')).toBe(true)
      expect(style.endsWith('}}')).toBe(true)
    },
  )

  test.each(MARK_STYLES)(
    '%s takes the text’s colour in only where that is not inherited from the root',
    (look) => {
      expect(highlightStyle(names, look, '')).toContain('currentColor')
      expect(highlightStyle(names, look, ':root')).not.toContain('currentColor')
    },
  )

  test.each(MARK_STYLES)('%s says nothing of what is marked', (look) => {
    const words = [...ENTITY_KINDS, 'backgrounder', 'entity']
    expect(words.filter((word) => highlightStyle(names, look, ':root').includes(word))).toEqual([])
  })
})
