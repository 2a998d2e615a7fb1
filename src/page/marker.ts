import type { Explanation } from '../model/explanation.ts'
import type { Result } from '../model/result.ts'
import { createDisplay, type Display } from './display.ts'
import type { Mark } from './marked-block.ts'
import { createMarks, type Marks } from './marks.ts'
import { flatParent } from './nodes.ts'
import type { PageBlock } from './page-block.ts'
import { createPainter, type Painter } from './paint.ts'
import { isConnected } from './plain.ts'
import type { Batch } from './read-page.ts'
import { type Ask, type AskError, createRecogniser, type PageContext } from './recogniser.ts'
import type { MarkPreferences } from './shown-marks.ts'
import type { Slices } from './slices.ts'
import type { Work } from './work.ts'

/** Keeps the marks of a page equal to what was recognised in its text. */
export interface Marker {
  readonly marks: Marks
  readonly painter: Painter
  readonly display: Display
  /** Asks about the blocks that are new and marks what is found; null, or why there was no answer. */
  readonly update: (batch: Batch, context: PageContext, slices: Slices) => Promise<AskError | null>
  /** Why a mark means what it does; null where nothing is known of it any more. */
  readonly explain: (mark: Mark) => Promise<Result<Explanation | null, AskError>>
  /** Lets go of marks in text that has left the document. */
  readonly sweep: () => void
  /** Lets go of marks below elements whose text is not to be read any more. */
  readonly close: (elements: ReadonlySet<Node>) => void
  /** A number that grows with every change of the marks. */
  readonly version: () => number
  /** Forgets all that was recognised; the marks stay until the next update. */
  readonly startAnew: () => void
}

/** A marker of a page about which nothing was asked yet; when the signal ends nothing is painted any more. */
export function createMarker(
  document: Document,
  ask: Ask,
  signal: AbortSignal,
  preferences: MarkPreferences,
  work: Work,
): Marker {
  const marks = createMarks()
  const painter = createPainter(document, signal, preferences.markStyle)
  const display = createDisplay({ document, marks, painter, signal, preferences, work })
  const recogniser = createRecogniser(ask)
  let isAnew = false

  /** What was painted of the same page stays until the new marks take its place: it is not to flicker. */
  const forgetAll = (): void => {
    isAnew = false
    marks.clear()
  }

  /** What no longer holds goes at once; what is new comes in slices, and a page may do what it likes between them. */
  const apply = async ({ fresh, stale }: Batch, slices: Slices): Promise<void> => {
    if (isAnew) forgetAll()
    else display.drop(marks.drop(stale))
    let count = 0
    for (const block of fresh) {
      const put = marks.put(block, count > 0)
      count += put
      if (put > 0 && slices.isOver()) await slices.pause()
    }
    painter.reassert()
  }

  /** Painting is told of a change only where there is one. */
  const displaying = (change: () => void): void => {
    const before = marks.version()
    change()
    if (marks.version() !== before) display.update()
  }

  const update: Marker['update'] = async (batch, context, slices) => {
    const unknown = reuse(batch)
    const error = unknown.length === 0 ? null : await slices.outside(recogniser.recognise(unknown, context))
    if (error !== null) return error
    const before = marks.version()
    await apply(batch, slices)
    if (marks.version() !== before) display.update()
    return null
  }

  return {
    marks,
    painter,
    display,
    update,
    explain: (mark) => recogniser.explain(mark.block, mark.mention.start),
    version: marks.version,
    sweep: () =>
      displaying(() =>
        display.drop(marks.sweep((node) => !isConnected(node) || node.ownerDocument !== document)),
      ),
    close: (elements) => {
      if (elements.size > 0) displaying(() => display.drop(marks.sweep((node) => isWithin(node, elements))))
    },
    startAnew: () => {
      recogniser.reset()
      isAnew = true
    },
  }
}

/** Text that only moved, or was rendered again as it was, means what it meant: it is not asked about twice. */
function reuse({ fresh, stale }: Batch): readonly PageBlock[] {
  if (stale.length === 0) return fresh
  const before = new Map(stale.map((block) => [keyOf(block), block.recognised]))
  return fresh.filter((block) => {
    const recognised = before.get(keyOf(block))
    if (recognised !== undefined) block.recognised = recognised
    return recognised === undefined
  })
}

const keyOf = ({ lang = '', text }: PageBlock): string => `${lang} ${text}`

function isWithin(node: Node, elements: ReadonlySet<Node>): boolean {
  for (let each: Node | null = node; each !== null; each = flatParent(each))
    if (elements.has(each)) return true
  return false
}
