import { ENTITY_KINDS } from '../model/entity.ts'
import { type HighlightNames, highlightNames, highlightStyle } from './highlight-style.ts'
import type { Mark } from './marks.ts'
import { isShadowRoot } from './nodes.ts'

/** Draws marks with the CSS Custom Highlight API: no node of the page is changed. */
export interface Painter {
  paint(marks: readonly Mark[]): void
  unpaint(marks: readonly Mark[]): void
  /** Makes one mark stand out for a moment. */
  flash(mark: Mark): void
  /** Puts back what the page has taken away (it shares the registry and the style sheets), a few times. */
  reassert(): void
}

/** Long enough to be found by the eye after a jump, in milliseconds. */
const FLASH = 1_600

/** A page that takes our marks away this many times does not want them: no duel. */
const MAX_REASSERTIONS = 3

/** A painter; when the signal ends, everything that it painted is gone at once. */
export function createPainter(document: Document, signal: AbortSignal): Painter {
  const registry = CSS.highlights
  const names = freeNames(registry)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(highlightStyle(names))
  const highlights = new Map(ENTITY_KINDS.map((kind) => [kind, new Highlight()]))
  const flashing = new Highlight()
  flashing.priority = 1
  const entries = new Map([...highlights].map(([kind, highlight]) => [names.kinds[kind], highlight]))
  entries.set(names.flash, flashing)
  const styled = new Set<Document | ShadowRoot>()
  const ranges = new WeakMap<Mark, readonly StaticRange[]>()
  let reassertions = 0

  const style = (root: Document | ShadowRoot): void => {
    styled.add(root)
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
  }
  const register = (): void => {
    for (const [name, highlight] of entries) registry.set(name, highlight)
    style(document)
  }
  const isWhole = (): boolean =>
    document.adoptedStyleSheets.includes(sheet) &&
    [...entries].every(([name, highlight]) => registry.get(name) === highlight)

  signal.addEventListener('abort', () => {
    for (const [name, highlight] of entries) if (registry.get(name) === highlight) registry.delete(name)
    for (const root of styled)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet)
  })
  register()

  return {
    paint: (marks) => {
      for (const mark of marks) {
        const painted = rangesOf(mark)
        ranges.set(mark, painted)
        for (const range of painted) highlights.get(mark.mention.type)?.add(range)
        for (const root of rootsOf(mark)) style(root)
      }
    },
    unpaint: (marks) => {
      for (const mark of marks)
        for (const range of ranges.get(mark) ?? []) {
          highlights.get(mark.mention.type)?.delete(range)
          flashing.delete(range)
        }
    },
    flash: (mark) => {
      flashing.clear()
      const painted = ranges.get(mark) ?? []
      for (const range of painted) flashing.add(range)
      setTimeout(() => {
        for (const range of painted) flashing.delete(range)
      }, FLASH)
    },
    reassert: () => {
      for (const root of styled) if (isShadowRoot(root) && !root.isConnected) styled.delete(root)
      if (isWhole() || signal.aborted || reassertions === MAX_REASSERTIONS) return
      reassertions++
      register()
    },
  }
}

/**
 * The registry is the page's too: a name in use is not ours to take. Names are asked for one by one, for
 * a content script of Firefox cannot iterate over the registry (docs/browser-bugs.md).
 */
function freeNames(registry: HighlightRegistry): HighlightNames {
  for (let number = 1; ; number++) {
    const names = highlightNames(number === 1 ? 'mark' : `mark${number}`)
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
const rootsOf = ({ pieces }: Mark): Set<ShadowRoot> =>
  new Set(pieces.map(({ node }) => node.getRootNode()).filter(isShadowRoot))
