import { articleDate } from './article-date.ts'
import { collectDateSignals } from './date-signals.ts'
import { plain } from './plain.ts'

/** The date of the article that a page shows now, and whether it still is the same article. */
export interface Dating {
  /** ISO 8601 day; undefined where it is unknown. */
  readonly date: () => string | undefined
  /**
   * Looks again where there is reason to: another address or title (single-page navigation), or new
   * elements while the date is unknown. True where the page now shows another article, or the same with another date.
   */
  readonly hasChanged: (hasNewElements: boolean) => boolean
}

/** Dates a document as it is now. */
export function createDating(document: Document): Dating {
  const judge = (): string | undefined => articleDate(collectDateSignals(document))?.date
  let place = placeOf(document)
  let title = plain(document, 'title')
  let date = judge()
  return {
    date: () => date,
    hasChanged: (hasNewElements) => {
      const before = { place, title, date }
      place = placeOf(document)
      title = plain(document, 'title')
      const isElsewhere = place !== before.place
      if (isElsewhere || title !== before.title || (hasNewElements && date === undefined)) date = judge()
      return isElsewhere || date !== before.date
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
