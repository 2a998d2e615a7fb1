/** Firefox is told by a property that no other engine has. */
const FIREFOX = '-moz-appearance: none'

/**
 * Whether a highlight's style is inherited, through shadow trees too: then one rule for the root is enough. A rule for
 * every element costs Chromium a look at each of them when it is adopted, 36 ms among nine thousand elements, where that
 * for the root costs 25 (docs/browser-bugs.md). Firefox inherits none.
 */
export const inheritsHighlights = (): boolean => !CSS.supports(FIREFOX)

/** What stands before `::highlight()` in our rules. */
export const highlightScope = (): string => (inheritsHighlights() ? ':root' : '')
