/**
 * Years of the past that an article may tell of, standing by themselves. In Chinese and Japanese a sign
 * follows at once; a number with a point, a comma or a hyphen beside further digits is none.
 */
const YEAR = /(?<![\d.,:/-]|[\p{L}])(1[5-9]\d\d|20\d\d)(?![\d%]|[.,:]\d)(?![a-z]{3})/gu

/** The years that a text names, each once, in order. */
export function yearsIn(text: string): number[] {
  const years = new Set<number>()
  for (const [year] of text.matchAll(YEAR)) years.add(Number(year))
  return [...years].sort((a, b) => a - b)
}
