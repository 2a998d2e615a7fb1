import { advance } from './advance.ts'
import type { Mark } from './marked-block.ts'
import type { Marks } from './marks.ts'
import { divideIntoRuns, type Run } from './runs.ts'
import { createSections } from './sections.ts'
import { allowing, type MarkPreferences, showing } from './shown-marks.ts'

/** Which marks the reader wants to see, as far as that has been worked out. */
export interface Choice {
  /** The marks have changed, or what is wanted of them: they are to be chosen from again. */
  readonly outdate: (preferences?: MarkPreferences) => void
  /** Whether nothing has changed since the choice that is there, and that is divided into runs. */
  readonly isCurrent: () => boolean
  /**
   * Goes on until all is chosen and divided, or the time is over; true where nothing is left of what was begun. What
   * changes meanwhile is left for the next time: a page that never rests is shown all the same. Reads the layout.
   */
  readonly goOn: (isOver: () => boolean) => boolean
  /** Whether a mark is to be seen, by the choice that was made last. */
  readonly isChosen: (mark: Mark) => boolean
  /** Chooses at once what is not chosen yet, without dividing. Does not read the layout. */
  readonly settle: () => void
  /** The blocks that were divided last, whatever is chosen in them: marks may be gone from the page meanwhile. */
  readonly runs: () => readonly Run[]
}

/** Nothing is chosen yet. */
export function createChoice(marks: Marks, initial: MarkPreferences): Choice {
  let preferences = initial
  let isOutdated = false
  let choosing: Generator<void, (mark: Mark) => boolean> | null = null
  let dividing: Generator<void, readonly Run[]> | null = null
  let isChosen = allowing(initial)
  let runs: readonly Run[] = []

  const choose = (isOver: () => boolean): boolean => {
    if (choosing === null) {
      if (!isOutdated) return true
      isOutdated = false
      choosing = chooseFrom(marks, preferences)
    }
    const chosen = advance(choosing, isOver)
    if (chosen === null) return false
    choosing = null
    isChosen = chosen
    dividing = divideIntoRuns(marks.blocks(), marks.count())
    return true
  }
  const divide = (isOver: () => boolean): boolean => {
    if (dividing === null) return true
    const divided = advance(dividing, isOver)
    if (divided === null) return false
    dividing = null
    runs = divided
    return true
  }

  return {
    outdate: (next) => {
      isOutdated = true
      if (next === undefined) return
      // What was begun is not wanted any more, and may not even be shown.
      preferences = next
      choosing = null
      dividing = null
      runs = []
    },
    isCurrent: () => !isOutdated && choosing === null && dividing === null,
    // What is being divided is divided to its end, or a page that never rests would have no runs at all.
    goOn: (isOver) => (dividing === null ? choose(isOver) && divide(isOver) : divide(isOver)),
    settle: () => {
      while (isOutdated || choosing !== null) choose(() => false)
    },
    isChosen: (mark) => isChosen(mark),
    runs: () => runs,
  }
}

/** Where all may be seen nothing is to be gone through: each mark is looked at when it would be painted. */
function* chooseFrom(marks: Marks, preferences: MarkPreferences): Generator<void, (mark: Mark) => boolean> {
  if (preferences.density === 'all') return allowing(preferences)
  const isToBeShown = showing(preferences, createSections())
  const shown = new Set<Mark>()
  for (const { marks: those } of marks.blocks())
    for (const mark of those) {
      if (isToBeShown(mark)) shown.add(mark)
      yield
    }
  return (mark) => shown.has(mark)
}
