import { ENTITY_KINDS, type EntityKind } from '../model/entity.ts'
import type { MarkStyle } from '../model/settings.ts'
import { type AdoptedStyle, createAdoptedStyle } from './adopted-style.ts'
import { createLayer } from './highlight-layer.ts'
import { highlightScope, inheritsHighlights } from './highlight-scope.ts'
import { type HighlightNames, highlightNames, highlightStyle } from './highlight-style.ts'
import { removeLeftovers } from './leftovers.ts'
import type { Mark } from './marked-block.ts'
import { isShadowRoot } from './nodes.ts'

/** Draws marks with the CSS Custom Highlight API: no node of the page is changed. */
export interface Painter {
  /** Paints these marks and no others. */
  readonly paintOnly: (marks: readonly Mark[]) => void
  readonly unpaint: (marks: readonly Mark[]) => void
  readonly restyle: (style: MarkStyle) => void
  /** Makes one mark stand out for a moment. */
  readonly flash: (mark: Mark) => void
  /** Puts back what the page has taken away (it shares the registry and the style sheets), a few times. */
  readonly reassert: () => void
}

/** Long enough to be found by the eye after a jump, in milliseconds. */
const FLASH = 1_600

/** A page that takes our marks away this many times does not want them: no duel. */
const MAX_REASSERTIONS = 3

/** A painter; when the signal ends, everything that it painted is gone at once. */
export function createPainter(document: Document, signal: AbortSignal, markStyle: MarkStyle): Painter {
  removeLeftovers(document, CSS.highlights)
  const names = freeNames(CSS.highlights)
  const layers = new Map(ENTITY_KINDS.map((kind) => [kind, createLayer(CSS.highlights, names.kinds[kind])]))
  const flashing = createLayer(CSS.highlights, names.flash, 1)
  const all = [...layers.values(), flashing]
  const style = createAdoptedStyle(highlightStyle(names, markStyle, highlightScope()))
  /** What is painted now. */
  const ranges = new Map<Mark, readonly StaticRange[]>()
  let flashed: StaticRange[] = []
  let reassertions = 0

  const eachKind = (
    marks: readonly Mark[],
    change: (kind: EntityKind, ranges: StaticRange[]) => void,
  ): void => {
    for (const kind of ENTITY_KINDS) {
      const changed = marks.flatMap((mark) => (mark.sense.type === kind ? (ranges.get(mark) ?? []) : []))
      if (changed.length > 0) change(kind, changed)
    }
  }

  signal.addEventListener('abort', () => {
    for (const layer of all) layer.unregister()
    style.remove()
  })

  const paint = (marks: readonly Mark[]): void => {
    if (marks.length > 0 && ranges.size === 0) style.adopt(document)
    for (const mark of marks) {
      const painted = rangesOf(mark)
      ranges.set(mark, painted)
      for (const { startContainer } of painted) adoptInShadow(style, startContainer)
    }
    eachKind(marks, (kind, added) => layers.get(kind)?.add(added))
  }
  const unpaint = (marks: readonly Mark[]): void => {
    const painted = marks.filter((mark) => ranges.has(mark))
    eachKind(painted, (kind, removed) => layers.get(kind)?.remove(removed))
    for (const mark of painted) ranges.delete(mark)
    // A page without marks shows no sign of the extension.
    if (ranges.size === 0) style.remove()
  }

  return {
    paintOnly: (marks) => {
      const wanted = new Set(marks)
      unpaint([...ranges.keys()].filter((mark) => !wanted.has(mark)))
      paint(marks.filter((mark) => !ranges.has(mark)))
    },
    unpaint,
    restyle: (next) => style.replace(highlightStyle(names, next, highlightScope())),
    flash: (mark) => {
      const painted = rangesOf(mark)
      // A mark that is not painted now may flash as well.
      style.adopt(document)
      for (const { startContainer } of painted) adoptInShadow(style, startContainer)
      // Who goes on in less than that looks for one mark, not for two.
      flashing.remove(flashed)
      flashing.add(painted)
      flashed = painted
      setTimeout(() => flashing.remove(painted), FLASH)
    },
    reassert: () => {
      style.prune()
      if (ranges.size === 0 || (!all.some((layer) => layer.isTaken()) && style.isAdopted(document))) return
      if (signal.aborted || reassertions === MAX_REASSERTIONS) return
      reassertions++
      for (const layer of all) if (layer.isTaken()) layer.register()
      style.adopt(document)
    },
  }
}

/**
 * The registry is the page's too: a name in use is not ours to take. Names are asked for one by one, for
 * a content script of Firefox cannot iterate over the registry (docs/browser-bugs.md).
 */
function freeNames(registry: HighlightRegistry): HighlightNames {
  for (let number = 1; ; number++) {
    const names = highlightNames(number)
    if (![...Object.values(names.kinds), names.flash].some((name) => registry.has(name))) return names
  }
}

/**
 * Static ranges: ten thousand live ones made every insertion of the page's own scripts a hundred times
 * slower (docs/browser-bugs.md). They go stale when their text changes, and are then replaced.
 */
const rangesOf = ({ pieces }: Mark): StaticRange[] =>
  pieces.map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  )

/** Firefox takes the style of text in a shadow tree from that tree alone. */
function adoptInShadow(style: AdoptedStyle, node: Node): void {
  if (inheritsHighlights()) return
  const root = node.getRootNode()
  if (isShadowRoot(root)) style.adopt(root)
}
