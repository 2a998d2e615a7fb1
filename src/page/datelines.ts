import { plain } from './plain.ts'

/** Where publishers put the date for people to see, beside the headline. */
const VISIBLE_DATE =
  '[class*="date" i], [class*="publish" i], [class*="byline" i], [class*="timestamp" i], [itemprop="datePublished"], time:not([datetime])'

/** Where the first paragraph of an article is. */
const PARAGRAPHS = 'article p, main p, [itemprop="articleBody"] p, [role="main"] p, body > p'

/** A visible date is no longer than this, and a dateline stands within the first words of a paragraph (UTF-16 units). */
const LONGEST_DATE = 60
const DATELINE_REACH = 80

/**
 * "TASHKENT, February 27 (Agency) -", "Ташкент, 27 февраля. /Агентство/", "新华社北京2月27日电": a town in front, and a
 * dash, a bracket, a slash or a stop behind, tell a dateline from a sentence that begins with a date.
 */
const DATELINE =
  /^\s*(?:(?:\p{Lu}[\p{L}.’' -]{1,40}),?\s+(?:\p{L}+\s+)?(?:\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,10}|\p{L}{3,10}\.?\s+\d{1,2})(?:,?\s+\d{4})?[.,]?\s*(?:[-–—(/]|\.\s*[-–—/])|[（(]?\p{Script=Han}{2,12}\d{1,2}月\d{1,2}日电)/u

/** What every dateline has: the pattern itself takes the browser two milliseconds to prepare, and few paragraphs need it. */
const MAY_BE_DATELINE = /\d[\s\S]*[-–—(/日]/

/** What stands on a page for people to see of its date: beside its only headline, and at the start of its text. */
export const datelines = (document: Document): string[] => [
  ...besideHeadline(document),
  ...atStartOfText(document),
]

function besideHeadline(document: Document): string[] {
  const headlines = plain(document, 'querySelectorAll')('h1')
  const around = headlines.length === 1 ? headlines[0]?.parentElement : null
  if (!around || around === plain(document, 'body')) return []
  const shown = around.querySelector(VISIBLE_DATE)?.textContent?.trim() ?? ''
  return shown !== '' && shown.length <= LONGEST_DATE && !REVISED.test(shown) ? [shown] : []
}

/** "Updated 3 March 2020" is no date of publication. */
const REVISED = /updat|modif|revis|actuali|aktualisiert|mis à jour|обновл|更新/iu

function atStartOfText(document: Document): string[] {
  // A live list is gone through only as far as it is asked: all paragraphs of a long page take milliseconds.
  const all = plain(document, 'getElementsByTagName')('p')
  let read = 0
  for (let at = 0; at < MOST_PARAGRAPHS && read < FIRST_PARAGRAPHS; at++) {
    const paragraph = all.item(at)
    if (paragraph === null) break
    if (!paragraph.matches(PARAGRAPHS)) continue
    read++
    const start = (paragraph.textContent ?? '').slice(0, DATELINE_REACH)
    const found = MAY_BE_DATELINE.test(start) ? DATELINE.exec(start) : null
    if (found) return [found[0]]
  }
  return []
}

/** Menus and teasers with paragraphs of their own come before the article, but not more of them. */
const MOST_PARAGRAPHS = 500

/** Teasers and captions may come before the text. */
const FIRST_PARAGRAPHS = 3
