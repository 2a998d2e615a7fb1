import { MARK_STYLES } from '../model/settings.ts'
import { highlightScope } from './highlight-scope.ts'
import { type HighlightNames, highlightNames, highlightStyle } from './highlight-style.ts'
import { HOST_STYLE } from './host-style.ts'
import { plain } from './plain.ts'

/** So many sets of names are looked at: nobody updates more often under one page. */
const MOST_SETS = 9

/**
 * Takes away what an earlier script of ours left painted, and its open card. When an extension is updated or switched off, Firefox ends
 * its scripts in open pages without a word, and what they painted stays (docs/browser-bugs.md). The names alone could be
 * the page's own; a style sheet of exactly our rules for them is not.
 */
export function removeLeftovers(document: Document, registry: HighlightRegistry): void {
  removeCards(document)
  for (let number = 1; number <= MOST_SETS; number++) {
    const names = highlightNames(number)
    const all = [...Object.values(names.kinds), names.flash].filter((name) => registry.has(name))
    // Sets are taken in their order: where one is free, none behind it was ours.
    if (all.length === 0) return
    if (removeSheet(document, names)) for (const name of all) registry.delete(name)
  }
}

/** Firefox alone opens closed roots to an extension's scripts, and in it alone cards are left. */
interface Opened extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null
}

/** A card is an empty element whose closed root has adopted our style sheet. */
function removeCards(document: Document): void {
  const hosts = plain(document, 'querySelectorAll')<Opened>('div[popover=manual]:empty')
  // Most pages have none, and the sheet is not taken apart for them.
  if (hosts.length === 0) return
  const ours = rulesOf(sheetOf(HOST_STYLE), 1)
  for (const host of hosts) {
    const sheets = host.openOrClosedShadowRoot?.adoptedStyleSheets ?? []
    const texts = Array.from({ length: sheets.length }, (_, at) => sheets[at])
    if (texts.some((sheet) => sheet && rulesOf(sheet, 1) === ours)) host.remove()
  }
}

/** Takes our style sheet for these names out of the document; false where there is none. */
function removeSheet(document: Document, names: HighlightNames): boolean {
  const sheets = plain(document, 'adoptedStyleSheets')
  const rules = new Set(
    MARK_STYLES.map((style) => rulesOf(sheetOf(highlightStyle(names, style, highlightScope())))),
  )
  const at = sheets.findIndex((sheet) => rules.has(rulesOf(sheet)))
  if (at < 0) return false
  sheets.splice(at, 1)
  return true
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** By number: in Firefox what is the page's cannot be iterated over here. */
const rulesOf = ({ cssRules }: CSSStyleSheet, from = 0): string =>
  Array.from({ length: cssRules.length }, (_, at) => cssRules[at]?.cssText)
    .slice(from)
    .join('\n')
