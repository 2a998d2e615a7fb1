import { refKey } from '../model/ids.ts'
import { CONTEXT_UNITS, type QuotedHint, type QuotedMention } from '../model/page-dossier.ts'
import type { Mark } from './marked-block.ts'

/** The marks as quotations, in their order. */
export const quoteMarks = (marks: readonly Mark[]): QuotedMention[] => marks.flatMap(quotation)

function quotation({ mention, pieces }: Mark): QuotedMention[] {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return []
  const { entity, name, type: kind, via } = mention
  return [
    {
      entity,
      name,
      kind,
      via,
      exact: textOf(mention.surface, pieces),
      prefix: first.node.data.slice(Math.max(0, first.start - CONTEXT_UNITS), first.start),
      suffix: last.node.data.slice(last.end, last.end + CONTEXT_UNITS),
    },
  ]
}

/** The date mismatches of the marks, each once. */
export function quoteHints(marks: readonly Mark[]): QuotedHint[] {
  const distinct = new Map<string, QuotedHint>()
  for (const { mention, hints, pieces } of marks)
    for (const { entity, textSays, bundleSays, source } of hints) {
      const key = JSON.stringify([refKey(entity), textSays, bundleSays])
      if (!distinct.has(key))
        distinct.set(key, { entity, exact: textOf(mention.surface, pieces), textSays, bundleSays, source })
    }
  return [...distinct.values()]
}

/** As it stands in the document; where a line break or a box parts two words, as it is shown. */
function textOf(surface: string, pieces: Mark['pieces']): string {
  const text = pieces.map(({ node, start, end }) => node.data.slice(start, end)).join('')
  return text.replace(/[\t\n\f\r ]+/g, ' ') === surface ? text : surface
}
