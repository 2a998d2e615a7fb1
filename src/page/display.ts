import { createAfterLayout } from './after-layout.ts'
import type { Mark, Marks } from './marks.ts'
import type { Painter } from './paint.ts'
import { plain } from './plain.ts'
import { isInZone, type Run, runsOf, type Zone } from './runs.ts'
import { createSections } from './sections.ts'
import { type MarkPreferences, shownMarks } from './shown-marks.ts'
import type { Work } from './work.ts'

/** Decides which marks are painted: those that the reader wants to see, where the reader is. */
export interface Display {
  /** Takes marks off the page at once, because their text is no longer what it was. */
  readonly drop: (removed: readonly Mark[]) => void
  /** Paints anew what has changed, with the next frame at the latest. */
  readonly update: () => void
  readonly prefer: (preferences: MarkPreferences) => void
  /** Whether a mark is one of those that the reader wants to see, wherever it is. */
  readonly isShown: (mark: Mark) => boolean
}

/** What a display works with; `preferences` are those at first. */
export interface DisplayOptions {
  readonly document: Document
  readonly marks: Marks
  readonly painter: Painter
  readonly signal: AbortSignal
  readonly preferences: MarkPreferences
  readonly work: Work
}

/**
 * So few marks are all painted, wherever they are. Each painted one costs Chromium some 0.02 ms in every
 * frame in which the page changes anything, and a page of this many less than 1 ms (docs/adr/0010).
 */
const FEW = 40

/** Marks are painted this far above and below the viewport, in heights of it: scrolling does not outrun them. */
const MARGIN = 1

/** While the page is being scrolled the zone follows it so often (milliseconds). */
const PAUSE = 100

/** A display of no marks yet; when the signal ends, it paints no more. */
export function createDisplay(options: DisplayOptions): Display {
  const { document, marks, painter, signal, work } = options
  let { preferences } = options
  let shown: readonly Mark[] = []
  let isShown = new Set<Mark>()
  let runs: readonly Run[] | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  let isStale = false

  /** Only when somebody asks: a long page changes many times before its next frame. */
  const choose = (): void => {
    if (!isStale) return
    isStale = false
    shown = shownMarks(marks.all(), preferences, createSections())
    isShown = new Set(shown)
    runs = null
  }
  const paintNear = (): void => {
    const start = performance.now()
    choose()
    runs ??= runsOf(shown)
    const zone = zoneOf(document)
    painter.paintOnly(runs.filter((run) => isInZone(run, zone)).flatMap((run) => run.marks))
    work.add(performance.now() - start)
  }
  const afterLayout = createAfterLayout(document, signal, paintNear)

  const update = (): void => {
    if (signal.aborted) return
    isStale = true
    if (marks.count() > FEW) afterLayout()
    else {
      choose()
      painter.paintOnly(shown)
    }
  }
  const follow = (): void => {
    if (marks.count() <= FEW || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      afterLayout()
    }, PAUSE)
  }

  const quiet = { capture: true, passive: true, signal }
  plain(document, 'addEventListener')('scroll', follow, quiet)
  plain(document, 'defaultView')?.addEventListener('resize', follow, quiet)
  const sizes = new ResizeObserver(follow)
  const root = plain(document, 'documentElement')
  if (root !== null) sizes.observe(root)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    sizes.disconnect()
  })

  return {
    drop: (removed) => painter.unpaint(removed),
    update,
    prefer: (next) => {
      preferences = next
      painter.restyle(next.markStyle)
      update()
    },
    isShown: (mark) => {
      choose()
      return isShown.has(mark)
    },
  }
}

function zoneOf(document: Document): Zone {
  const height = plain(document, 'defaultView')?.innerHeight ?? 0
  return { top: -height * MARGIN, bottom: height * (1 + MARGIN) }
}
