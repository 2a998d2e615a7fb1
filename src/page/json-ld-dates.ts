/** The types of schema.org that are an article; `WebPage` says when the page was made, which is not the same. */
const ARTICLES = new Set([
  'Article',
  'NewsArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'BlogPosting',
  'LiveBlogPosting',
  'Report',
  'ScholarlyArticle',
  'TechArticle',
])

/** Where the article of the page is found. Articles elsewhere (lists, citations, updates of a live blog) are others. */
const WAYS = ['@graph', 'mainEntity', 'mainEntityOfPage']

/** Values looked at, at most: enough for any article's graph. */
const MAX_VALUES = 5_000

/**
 * `datePublished` of each article that a JSON-LD text says the page is, in the order of the text. Anything
 * that is not as schema.org has it is passed over, and a text that is no JSON has none.
 */
export function jsonLdDates(text: string): string[] {
  const dates: string[] = []
  // A list instead of recursion: nesting in foreign data may be of any depth. It grows while it is read.
  const values = [parse(text)]
  for (let at = 0; at < values.length && at < MAX_VALUES; at++) {
    const value = values[at]
    if (typeof value !== 'object' || value === null) continue
    if (isArticle(value) && typeof value.datePublished === 'string') dates.push(value.datePublished)
    const inner = Array.isArray(value) ? value : WAYS.map((way): unknown => Reflect.get(value, way))
    for (const each of inner) values.push(each)
  }
  return dates
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isArticle(value: object): value is { datePublished?: unknown } {
  const type: unknown = Reflect.get(value, '@type')
  const types: unknown[] = Array.isArray(type) ? type : [type]
  return types.some((each) => typeof each === 'string' && ARTICLES.has(each))
}
