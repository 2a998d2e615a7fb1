import type { PageDate } from '../model/page-marks.ts'
import { articleDate } from './article-date.ts'
import { collectDateSignals } from './date-signals.ts'
import { plain } from './plain.ts'

/** The date of the article that a page shows now, and whether it still is the same article. */
export interface Dating {
  /** The date, what told it and how sure it is; null where it is unknown. */
  readonly date: () => PageDate | null
  /**
   * The reader knows better: the date (EDTF) counts for this article, whatever the page says, until it is taken
   * back with null. It is kept for the address as long as the document lives, over single-page navigation too.
   */
  readonly override: (date: string | null) => void
  /**
   * Looks again where there is reason to: another address or title (single-page navigation), or new
   * elements while the date is unknown. True where the page now shows another article, or the same with another date.
   */
  readonly hasChanged: (hasNewElements: boolean) => boolean
}

/** Dates a document as it is now. */
export function createDating(document: Document): Dating {
  const overrides = new Map<string, string>()
  const judge = (): PageDate | null => {
    const date = overrides.get(placeOf(document))
    return date === undefined
      ? articleDate(collectDateSignals(document))
      : { date, basis: 'reader', confidence: 'high' }
  }
  let place = placeOf(document)
  let title = plain(document, 'title')
  let date = judge()
  return {
    date: () => date,
    override: (day) => {
      if (day === null) overrides.delete(place)
      else overrides.set(place, day)
      date = judge()
    },
    hasChanged: (hasNewElements) => {
      const before = { place, title, date }
      place = placeOf(document)
      title = plain(document, 'title')
      const isElsewhere = place !== before.place
      if (isElsewhere || title !== before.title || (hasNewElements && date === null)) date = judge()
      return isElsewhere || date?.date !== before.date?.date
    },
  }
}

/**
 * What makes a page another page without being loaded anew: its address. A fragment counts only where
 * it is a route (`#/…`, `#!…`), for others merely scroll.
 */
function placeOf(document: Document): string {
  const [address = '', fragment = ''] = plain(document, 'URL').split('#', 2)
  return /^[/!]/.test(fragment) ? `${address}#${fragment}` : address
}
