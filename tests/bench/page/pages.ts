import { buildIndex } from '../../../src/matching/build-index.ts'
import { latinNames } from '../matching/latin-names.ts'
import { latinText } from '../matching/latin-text.ts'

/** A paragraph is about this long (UTF-16 units), and a section has so many, under a heading of its own. */
const PARAGRAPH_UNITS = 600
const PARAGRAPHS = 12

/** An article of so many units that speaks of these names, with links and emphasis as articles have them. */
export function articleOf(names: number, units: number): string {
  const text = latinText(latinNames(names), units)
  const parts: string[] = []
  for (let from = 0, count = 0; from < text.length; count++) {
    const end = text.indexOf('. ', from + PARAGRAPH_UNITS)
    const to = end < 0 ? text.length : end + 2
    if (count % PARAGRAPHS === 0) parts.push(`<h2>Section ${count / PARAGRAPHS + 1}</h2>`)
    parts.push(`<p>${inlined(text.slice(from, to))}</p>`)
    from = to
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"><main><article>${parts.join('\n')}</article></main></html>`
}

/** A link in every forty words and emphasis in every ninety, as news have them: some names run over elements. */
const inlined = (text: string): string =>
  text
    .split(' ')
    .map((word, at) =>
      at % 40 === 7 ? `<a href="#">${word}</a>` : at % 90 === 3 ? `<em>${word}</em>` : word,
    )
    .join(' ')

/** The index of so many names, as bytes. */
export const indexOf = (names: number): Uint8Array => new Uint8Array(buildIndex(latinNames(names)))
