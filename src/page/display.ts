import { advance } from './advance.ts'
import { createAfterLayout } from './after-layout.ts'
import { createChoice } from './choice.ts'
import type { Mark } from './marked-block.ts'
import type { Marks } from './marks.ts'
import type { Painter } from './paint.ts'
import { plain } from './plain.ts'
import { marksIn } from './runs.ts'
import { allowing, keptPrivate, type MarkPreferences } from './shown-marks.ts'
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
  /** Whether it is one that no page is to see: it is there by what only the reader has. */
  readonly isPrivate: (mark: Mark) => boolean
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

/** Main-thread milliseconds of one look at the marks; the next frame goes on with it. */
const SLICE = 6

/** Pause per time that choosing and looking took: as with readings, a page that changes all the time loses a twentieth to it. */
const PAUSE_PER_WORK = 19

/** A display of no marks yet; when the signal ends, it paints no more. */
export function createDisplay(options: DisplayOptions): Display {
  const { document, marks, painter, signal, work } = options
  let { preferences } = options
  const choice = createChoice(marks, preferences)
  let isAllowed = allowing(preferences)
  let looking: Generator<void, readonly Mark[]> | null = null
  let spent = 0
  let notBefore = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueAt = Infinity

  const paintNear = (height: number): void => {
    const start = performance.now()
    const isOver = (): boolean => performance.now() - start >= SLICE
    const isNew = start >= notBefore && !choice.isCurrent()
    const isDone = (looking !== null || !isNew || choice.goOn(isOver)) && look(height, isOver)
    const stretch = performance.now() - start
    work.add(stretch)
    if (isNew || spent > 0) spent += stretch
    if (!isDone) {
      afterLayout()
      return
    }
    notBefore = Math.max(notBefore, start + spent * PAUSE_PER_WORK)
    spent = 0
    if (!choice.isCurrent()) lookIn(notBefore - start)
  }
  const look = (height: number, isOver: () => boolean): boolean => {
    looking ??= marksIn({ top: -height * MARGIN, bottom: height * (1 + MARGIN) }, choice.runs())
    const near = advance(looking, isOver)
    if (near === null) return false
    looking = null
    // In the frame itself: whoever asks for a style after this one would have all that is painted worked out at once.
    requestAnimationFrame(() => paint(near))
    return true
  }
  const paint = (near: readonly Mark[]): void => {
    if (signal.aborted) return
    const start = performance.now()
    // Some may have left the page since they were chosen.
    painter.paintOnly(near.filter((mark) => marks.has(mark) && choice.isChosen(mark)))
    work.add(performance.now() - start)
  }
  const afterLayout = createAfterLayout(document, signal, paintNear)
  /** Looks again after so many milliseconds at the latest. */
  const lookIn = (delay: number): void => {
    const due = performance.now() + delay
    if (delay <= 0) afterLayout()
    else if (due < dueAt) {
      clearTimeout(timer)
      dueAt = due
      timer = setTimeout(() => {
        dueAt = Infinity
        afterLayout()
      }, delay)
    }
  }
  const update = (): void => {
    if (signal.aborted) return
    choice.outdate()
    if (marks.count() <= FEW) {
      choice.settle()
      painter.paintOnly(marks.all().filter(choice.isChosen))
    } else {
      watchPlaces()
      lookIn(notBefore - performance.now())
    }
  }
  const follow = (): void => {
    if (marks.count() > FEW) lookIn(PAUSE)
  }

  let isWatched = false
  /** Where the reader is matters from many marks on; most pages never have so many. */
  const watchPlaces = (): void => {
    if (isWatched) return
    isWatched = true
    const quiet = { capture: true, passive: true, signal }
    plain(document, 'addEventListener')('scroll', follow, quiet)
    plain(document, 'defaultView')?.addEventListener('resize', follow, quiet)
    const sizes = new ResizeObserver(follow)
    const root = plain(document, 'documentElement')
    if (root !== null) sizes.observe(root)
    signal.addEventListener('abort', () => sizes.disconnect())
  }
  signal.addEventListener('abort', () => clearTimeout(timer))

  return {
    drop: (removed) => painter.unpaint(removed),
    update,
    prefer: (next) => {
      preferences = next
      isAllowed = allowing(next)
      choice.outdate(next)
      looking = null
      notBefore = 0
      painter.restyle(next.markStyle)
      update()
    },
    isPrivate: (mark) => keptPrivate(preferences)(mark),
    isShown: (mark) => {
      if (preferences.density === 'all') return isAllowed(mark)
      choice.settle()
      return choice.isChosen(mark)
    },
  }
}
