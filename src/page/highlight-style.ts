import { ENTITY_KINDS, type EntityKind } from '../model/entity.ts'
import type { MarkStyle } from '../model/settings.ts'

/** How the marks of one kind are underlined. */
export interface Underline {
  readonly line: 'solid' | 'dotted' | 'dashed' | 'double' | 'wavy'
  /** sRGB, as `#rrggbb`. */
  readonly colour: string
}

/**
 * Four hues that people with any colour vision tell apart (after Okabe and Ito), each with a contrast of
 * at least 3:1 (WCAG 1.4.11) on white and on black alike. Kinds with the same hue differ in their line, so no kind is
 * told by colour alone.
 */
const BLUE = '#0072b2'
const VERMILION = '#d55e00'
const GREEN = '#009e73'
const PURPLE = '#c86fa0'

export const UNDERLINES: Readonly<Record<EntityKind, Underline>> = {
  organization: { line: 'solid', colour: BLUE },
  person: { line: 'dotted', colour: VERMILION },
  position: { line: 'dashed', colour: VERMILION },
  agreement: { line: 'double', colour: GREEN },
  document: { line: 'dashed', colour: GREEN },
  event: { line: 'wavy', colour: PURPLE },
  place: { line: 'dotted', colour: BLUE },
}

/** The names of the highlights in the registry, which the page can read: they say nothing of what they mean. */
export interface HighlightNames {
  readonly kinds: Readonly<Record<EntityKind, string>>
  readonly flash: string
}

/** The names of a set, counted from 1: there are others where the page has these. */
export function highlightNames(set: number): HighlightNames {
  const prefix = set === 1 ? 'mark' : `mark${set}`
  const kinds = Object.fromEntries(ENTITY_KINDS.map((kind, at) => [kind, `${prefix}-${at + 1}`]))
  return { kinds: kinds as Record<EntityKind, string>, flash: `${prefix}-0` }
}

/**
 * The style sheet for highlights of these names, in rules for `scope` (highlight-scope.ts). On paper there is none. In forced colours Chromium draws
 * every highlight as it draws a selection, whatever the sheet says; Firefox keeps the lines.
 */
export function highlightStyle({ kinds, flash }: HighlightNames, style: MarkStyle, scope: string): string {
  const rule = (name: string, declarations: string): string => `${scope}::highlight(${name}){${declarations}}`
  // Inherited from the root, the text's colour would be that of the root's text.
  const toneOf = scope === '' ? withText : hueAlone
  const underlines = ENTITY_KINDS.map((kind) => rule(kinds[kind], RULES[style](toneOf(UNDERLINES[kind]))))
  const forced = ENTITY_KINDS.map((kind) => rule(kinds[kind], 'text-decoration-color:CanvasText'))
  return [
    '@media not print{',
    ...underlines,
    rule(flash, 'background-color:#ffd43b;color:#1a1a1a'),
    '@media (forced-colors:active){',
    ...forced,
    rule(flash, 'background-color:Highlight;color:HighlightText'),
    '}}',
  ].join('\n')
}

/**
 * How much of a line's colour is its hue; the rest is the text's own colour. A page's background cannot be known, but its
 * text can be read on it: a hue alone is lost on a ground of the same colour (1.1:1), half of it keeps 2:1 wherever the
 * text has 4.5:1, and more on most (tests/unit/page/highlight-style). Firefox alone: see docs/browser-bugs.md.
 */
export const HUE_SHARE = 0.5

const withText = ({ line, colour }: Underline): Tone => ({
  line,
  ground: colour,
  colour: `color-mix(in srgb,${colour} ${HUE_SHARE * 100}%,currentColor)`,
})

const hueAlone = ({ line, colour }: Underline): Tone => ({ line, ground: colour, colour })

/** A line's look, and the hue of a tint behind the text. */
interface Tone extends Underline {
  readonly ground: string
}

/** Thin enough for running text, and below a link's own underline, so that both stay visible. */
const underline = (line: string, colour: string): string =>
  `text-decoration:underline ${line} ${colour} from-font;text-underline-offset:0.22em`

/**
 * The declarations of each style. The tint is weak enough that text keeps its contrast with what is behind
 * it, on white and on black; the line keeps the kinds apart for whom the colours do not.
 */
const RULES: Readonly<Record<MarkStyle, (tone: Tone) => string>> = {
  line: ({ line, colour }) => underline(line, colour),
  dots: ({ colour }) => underline('dotted', colour),
  tint: ({ line, colour, ground }) => `background-color:${ground}26;${underline(line, colour)}`,
}
