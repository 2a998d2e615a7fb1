import type { Alike } from './alike.ts'
import { isWrap } from './line-break.ts'
import { isClobbered } from './plain.ts'

/**
 * How an element takes part in running text:
 * - `inline`: its text continues that of its neighbours
 * - `gap`: the same, with a space between (inline boxes that stand side by side)
 * - `block`: a text of its own
 * - `break`: has no text and ends the text before it
 * - `absent`: its text is not read, and its neighbours continue one another
 * - `barrier`: its text is not read, and it separates its neighbours
 * - `hidden`: as `absent`, but it may be shown later, so it is worth another look
 */
export type Role = 'inline' | 'gap' | 'block' | 'break' | 'absent' | 'barrier' | 'hidden'

const HTML = 'http://www.w3.org/1999/xhtml'

/** Never running text, and nothing to see between the neighbours. Ruby annotations repeat the base text. */
const ABSENT = new Set(
  'script style noscript template head title meta link base rt rp datalist param source track area'.split(
    ' ',
  ),
)

/** What the reader types or what is no prose: names in it are not the page speaking of them. */
const BARRIERS = new Set(
  'textarea input select option optgroup iframe frame frameset object embed canvas video audio code kbd samp var progress meter'.split(
    ' ',
  ),
)

/**
 * Blocks whatever their style says. Menus set `li` to inline or inline-block, responsive tables set `td`
 * to inline, and a button's label belongs to the button: no name runs across two of them.
 */
const BLOCKS = new Set(
  'address blockquote button caption dd dt fieldset figcaption h1 h2 h3 h4 h5 h6 legend li p summary td th tr'.split(
    ' ',
  ),
)

/** The values of `contenteditable` that make an element editable; any other one leaves it as its parent is. */
const EDITABLE = new Set(['', 'true', 'plaintext-only'])

const EDITOR_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton'])

/**
 * Editors that draw their text outside an editable element: CodeMirror 5, Monaco, Ace. A selector, not a pattern: the
 * browser has taken an attribute of a million names apart already.
 */
const EDITOR_CLASS = '.CodeMirror, .monaco-editor, .ace_editor'

/** How syntax highlighters name their blocks (highlight.js, Prism, Pandoc, Rouge, SyntaxHighlighter). */
const CODE_CLASS =
  /(?:^|[\s-])(?:hljs|highlight|code|source-?code|prettyprint|brush|lang|language)(?:[\s:-]|$)/i

/** What an element is to running text, by its name, its attributes and its computed style. */
export function roleOf(element: Element): Role {
  if (isClobbered(element)) return 'barrier'
  const byName = roleByName(element)
  if (byName !== undefined && byName !== 'block') return byName
  if (isEditor(element)) return 'barrier'
  const style = getComputedStyle(element)
  const display = style.getPropertyValue('display')
  if (isHidden(element, style, display)) return 'hidden'
  return byName ?? roleByStyle(element, style, display)
}

/** By these names an element is `inline` unless its style or its shadow tree says otherwise; with others it is to be asked for its role. */
const PLAIN =
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small span strike strong sub time tt u wbr'

/** What is no part of a simple text, below an element. */
const NOT_SIMPLE = [
  `:not(${PLAIN.split(' ').join()})`,
  '[contenteditable]',
  ...[...EDITOR_ROLES].map((role) => `[role="${role}"]`),
  EDITOR_CLASS,
].join()

/** So many elements in one text are asked for their style in one step, some 0.1 ms; more are read one by one. */
const MOST_IN_STEP = 50

/**
 * The elements in a block whose text is all that it holds, in order, each of them inline and shown, so that it may be read
 * in one go; null where it is to be read node by node. This is most text of most pages, and few calls into the browser:
 * those for each node are what a reading consists of (docs/adr/0011).
 */
export function simpleInlines(block: Element, alike: Alike): ArrayLike<Element> | null {
  if (block.firstElementChild === null) return []
  if (block.querySelector(NOT_SIMPLE) !== null) return null
  const inlines = block.querySelectorAll('*')
  if (inlines.length > MOST_IN_STEP) return null
  for (let at = 0; at < inlines.length; at++) {
    const element = inlines[at] as Element
    if (element.shadowRoot !== null) return null
    if (alike.isInlineLikeOther(element, block)) continue
    if (!isShownInline(element)) return null
    alike.rememberInline(element, block)
  }
  return inlines
}

function isShownInline(element: Element): boolean {
  const style = getComputedStyle(element)
  return style.getPropertyValue('display') === 'inline' && style.getPropertyValue('visibility') === 'visible'
}

/** Whether line breaks in the element's text are shown as line breaks. */
export const keepsLineBreaks = (element: Element): boolean =>
  getComputedStyle(element).whiteSpaceCollapse !== 'collapse'

function roleByName(element: Element): Role | undefined {
  // SVG, MathML and foreign XML have no running text: their text is placed, not flowed.
  if (element.namespaceURI !== HTML) return 'absent'
  const name = element.localName
  if (ABSENT.has(name)) return 'absent'
  if (BARRIERS.has(name)) return 'barrier'
  if (name === 'br') return isWrap(element) ? 'gap' : 'break'
  if (name === 'pre') return roleOfPre(element)
  if (name === 'sup' && isNoteMark(element)) return 'absent'
  return BLOCKS.has(name) ? 'block' : undefined
}

/** The number of a footnote stands against the word before it, and is no part of it: "the UN Charter¹ says". Ordinals ("66ᵉ") are. */
const isNoteMark = (element: Element): boolean =>
  /^\s*(?:[[(]?\d{1,3}[\])]?|[[(][a-z][\])]|[*†‡§¶]+)\s*$/.test(element.textContent ?? '')

/** Plain-text documents and older press releases are one `pre` of prose; code in a `pre` says that it is code. */
function roleOfPre(element: Element): Role {
  const isCode = CODE_CLASS.test(element.className) || CODE_CLASS.test(element.parentElement?.className ?? '')
  return isCode ? 'barrier' : 'block'
}

function isEditor(element: Element): boolean {
  if (!element.hasAttributes()) return false
  const editable = element.getAttribute('contenteditable')
  if (editable !== null && EDITABLE.has(editable.toLowerCase())) return true
  return EDITOR_ROLES.has(element.getAttribute('role') ?? '') || element.matches(EDITOR_CLASS)
}

function isHidden(element: Element, style: CSSStyleDeclaration, display: string): boolean {
  // No display at all: outside the flat tree, as a child of a shadow host that no slot takes.
  if (display === 'none' || display === '') return true
  // A visible child of an invisible parent is passed over too: rare, and silence is the lesser harm.
  if (style.getPropertyValue('visibility') !== 'visible') return true
  // What a closed `details` hides keeps its own style (the hiding box is the browser's own).
  if (isFolded(element)) return true
  // What is inline is in its place, and hides nothing that is in it.
  if (display === 'inline') return false
  if (style.getPropertyValue('content-visibility') === 'hidden') return true
  return style.getPropertyValue('position') === 'absolute' && isClippedAway(style)
}

/** Text for screen readers only: the clip of the usual "visually-hidden" and "sr-only" classes. */
const isClippedAway = ({ clip, clipPath }: CSSStyleDeclaration): boolean =>
  /^rect\((?:0px|1px)(?:,? (?:0px|1px)){3}\)$/.test(clip) || /^inset\((?:50|100)%\)$/.test(clipPath)

function isFolded(element: Element): boolean {
  const parent = element.parentElement
  if (parent?.localName !== 'details' || parent.hasAttribute('open')) return false
  return element !== parent.querySelector(':scope > summary')
}

function roleByStyle(element: Element, style: CSSStyleDeclaration, display: string): Role {
  // A web component that draws its own text stands apart from its neighbours, or "UN" and "ITU" become one word.
  if (display === 'inline' || display === 'contents') return element.shadowRoot === null ? 'inline' : 'gap'
  if (display === 'ruby' || display === 'ruby-base') return 'inline'
  if (display === 'inline-block') return 'gap'
  return isDropCap(element, style) ? 'inline' : 'block'
}

/** A floated first letter ("T" before "he Secretary-General"), as magazines set it: a block only in the eyes of CSS. */
function isDropCap(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.float === 'none' || element.childElementCount > 0) return false
  return (element.textContent?.trim().length ?? 0) <= 2 && element.localName !== 'div'
}
