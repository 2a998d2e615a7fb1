import { nameOf } from './seen.ts'

/** Lightness from 0 to 1 that a surface may have at most in the dark, and must have in the light. */
const DARK = 0.3
const LIGHT = 0.7

/** The surface is in the colours of its theme. Forced colours have no theme: the browser sees to them. */
export function surfaceFaults(elements: readonly Element[], theme: 'light' | 'dark' | undefined): string[] {
  const surfaces = elements.filter((element) => element.matches('.backgrounder:not(.card-root), .card'))
  if (surfaces.length === 0) return ['there is no surface']
  if (theme === undefined || matchMedia('(forced-colors: active)').matches) return []
  return surfaces.flatMap((surface) => {
    const lightness = lightnessBehind(surface)
    const isRight = theme === 'dark' ? lightness < DARK : lightness > LIGHT
    return isRight ? [] : [`${nameOf(surface)} is not ${theme}: ${lightness.toFixed(2)}`]
  })
}

/** The lightness of what is painted behind an element. */
function lightnessBehind(element: Element): number {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    if (alpha > 0.5) return (red + green + blue) / 765
  }
  // The canvas itself.
  const scheme = getComputedStyle(element).colorScheme
  return scheme === 'dark' ? 0 : 1
}
