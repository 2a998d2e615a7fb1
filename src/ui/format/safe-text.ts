/**
 * Characters that a text of a bundle may not show with: control characters, and the marks that turn the
 * direction of text that follows them. Left in, they could make a name or an address read as another.
 * Zero-width joiners stay: several scripts need them to be spelled.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** The text without characters that cannot be seen but change how the rest is read. */
export const visibleText = (text: string): string => text.replace(UNSEEN, '')

/** The visible text, set apart in direction where it is put into a message that may run the other way. */
export const isolated = (text: string): string => `\u2068${visibleText(text)}\u2069`
