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
      exact: mention.surface,
      prefix: first.node.data.slice(Math.max(0, first.start - CONTEXT_UNITS), first.start),
      suffix: last.node.data.slice(last.end, last.end + CONTEXT_UNITS),
    },
  ]
}

/** The date mismatches of the marks, each once. */
export function quoteHints(marks: readonly Mark[]): QuotedHint[] {
  const distinct = new Map<string, QuotedHint>()
  for (const { hints, mention } of marks)
    for (const { entity, textSays, bundleSays, source } of hints) {
      const key = JSON.stringify([refKey(entity), textSays, bundleSays])
      if (!distinct.has(key))
        distinct.set(key, { entity, exact: mention.surface, textSays, bundleSays, source })
    }
  return [...distinct.values()]
}
