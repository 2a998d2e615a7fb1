import type { EntityRecord } from '../model/entity.ts'
import { foldKey } from '../text/fold.ts'

/** Words that may mean whoever leads an organisation, whatever the office is called. */
export const HEAD_WORDS: ReadonlySet<string> = new Set(['chief', 'head', 'leader', 'boss'])

/** One or more acronyms at the start of a name: "SCO RATS Director". */
const LEADING_ACRONYMS = /^(?:[\p{Lu}][\p{Lu}\p{N}.&-]+\s+)+/u

/**
 * What the holders of a position are called when the organisation is left out, as folded keys:
 * "Secretary-General of the SCO" and "SCO Secretary-General" both give "secretary general".
 */
export function titlesOf(record: EntityRecord): string[] {
  const names = [...record.names, ...record.aliases].filter(({ lang }) => lang.startsWith('en'))
  const titles = names.flatMap(({ text }) => titleIn(text)).map(foldKey)
  return [...new Set(titles)].filter((title) => title !== '' && !HEAD_WORDS.has(title))
}

function titleIn(name: string): string[] {
  const of = name.indexOf(' of ')
  if (of > 0) return LEADING_ACRONYMS.test(name) ? [] : [name.slice(0, of)]
  const rest = name.replace(LEADING_ACRONYMS, '')
  return rest === name ? [] : [rest]
}
