import type { EntityRef } from '../model/ids.ts'
import type { PageDossier } from '../model/page-dossier.ts'
import { firstRect, type Hit } from './hit-test.ts'
import type { Mark } from './marked-block.ts'
import type { Marker } from './marker.ts'
import { flatParent, isElement } from './nodes.ts'
import { quoteHints, quoteMarks } from './quote-marks.ts'

/** Ways to marks other than the pointer. */
export interface MarkNavigation {
  /** Scrolls to a mark of an entity and makes it stand out; `index` counts the marks shown from 0 and wraps. False where none is shown. */
  readonly jump: (entity: EntityRef, index: number) => boolean
  /** Goes on to the next (1) or the previous (-1) mark that is shown, and wraps; null where there is none. */
  readonly step: (by: 1 | -1) => Hit | null
  /** The mark gone to last, where it still is and is shown. */
  readonly current: () => Hit | null
  /** All marks as quotations, and the date mismatches that touch them. */
  readonly quotes: () => Pick<PageDossier, 'mentions' | 'hints'>
}

/** Navigation that starts outside the marks: the first step goes to the first (or last) one. */
export function createNavigation({ marks, painter, display }: Marker): MarkNavigation {
  let last: Mark | undefined

  const goTo = (mark: Mark): Hit | null => {
    last = mark
    scrollTo(mark)
    // Whatever is painted the page can see; what is to stay unseen is only scrolled to.
    if (!display.isPrivate(mark) || display.isShown(mark)) painter.flash(mark)
    return hitOf(mark)
  }

  const step = (by: 1 | -1): Hit | null => {
    const all = marks.all().filter(display.isShown)
    const from = last === undefined ? -1 : all.indexOf(last)
    const start = from < 0 && by < 0 ? all.length : from
    for (let count = 1; count <= all.length; count++) {
      const mark = all[(start + by * count + all.length * 2) % all.length]
      if (mark !== undefined && firstRect(mark) !== null) return goTo(mark)
    }
    return null
  }

  return {
    jump: (entity, index) => {
      const shown = marks.of(entity).filter((mark) => firstRect(mark) !== null)
      const mark = shown[index % Math.max(shown.length, 1)]
      return mark !== undefined && goTo(mark) !== null
    },
    step,
    quotes: () => ({ mentions: quoteMarks(marks.all()), hints: quoteHints(marks.all()) }),
    current: () => (last !== undefined && marks.has(last) ? hitOf(last) : null),
  }
}

function hitOf(mark: Mark): Hit | null {
  const rect = firstRect(mark)
  return rect === null ? null : { mark, rect }
}

/** Through every scroller that the mark is in; the window alone where its element is taller than the screen. */
function scrollTo(mark: Mark): void {
  if (isInView(mark)) return
  const node = mark.pieces[0]?.node
  const parent = node === undefined ? null : flatParent(node)
  if (isElement(parent)) parent.scrollIntoView({ block: 'center', behavior: 'instant' })
  const rect = firstRect(mark)
  if (rect !== null && !isInView(mark))
    scrollBy({ top: rect.top - innerHeight / 2, left: 0, behavior: 'instant' })
}

function isInView(mark: Mark): boolean {
  const rect = firstRect(mark)
  return rect !== null && rect.top >= 0 && rect.bottom <= innerHeight
}
