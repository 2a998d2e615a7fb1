import type { Evaluation, TextVerdicts } from './evaluate.ts'
import { figuresOf } from './figures.ts'
import type { Verdict } from './score.ts'

/** The figures of a set of texts as lines for people. */
export function reportOf(set: string, { engine, folded, exact }: Evaluation): string[] {
  const verdicts = verdictsOf(engine)
  const absent = verdicts.filter(({ outcome }) => outcome === 'absent').length
  return [
    `${set}: ${engine.length} texts; ${absent} brackets not counted, their entities are not in this bundle`,
    '',
    `${''.padEnd(26)}precision  recall  holders  negatives marked  hints found  false hints`,
    overall('linking', verdicts),
    overall('all aliases, case-folded', verdictsOf(folded)),
    overall('all aliases, case-exact', verdictsOf(exact)),
    '',
    ...table(
      'by kind of entity',
      groupedBy(verdicts, ({ kind }) => kind),
    ),
    ...table(
      'by way of mention',
      groupedBy(verdicts, ({ way }) => way),
    ),
    ...table(
      'by language',
      groupedTexts(engine, ({ text }) => text.lang),
    ),
    ...table(
      'by kind of text',
      groupedTexts(engine, ({ text }) => text.kind),
    ),
  ]
}

/** What went wrong, for texts that may be tuned on. */
export function failuresOf(judged: readonly TextVerdicts[]): string[] {
  return judged.flatMap(({ text, verdicts }) =>
    verdicts
      .filter(({ outcome }) => outcome === 'missed' || outcome === 'false')
      .map(({ about, outcome, start, says }) => `${text.id} @${start} ${about} ${outcome}: ${says}`),
  )
}

/** Every verdict on a set of texts. */
export const verdictsOf = (judged: readonly TextVerdicts[]): Verdict[] =>
  judged.flatMap(({ verdicts }) => verdicts)

const figure = (share: number): string => share.toFixed(3)

function overall(name: string, verdicts: readonly Verdict[]): string {
  const { precision, recall, holders, negativesMarked, hintsFound, falseHints } = figuresOf(verdicts)
  const cells = [precision, recall, holders].map((share) => figure(share).padStart(9))
  return `${name.padEnd(26)}${cells.join('')}${figure(negativesMarked).padStart(17)}${figure(hintsFound).padStart(13)}${String(falseHints).padStart(13)}`
}

function groupedBy(verdicts: readonly Verdict[], by: (verdict: Verdict) => string): Map<string, Verdict[]> {
  return Map.groupBy(
    verdicts.filter(({ about, outcome }) => about === 'mention' && outcome !== 'absent'),
    by,
  )
}

function groupedTexts(
  judged: readonly TextVerdicts[],
  by: (text: TextVerdicts) => string,
): Map<string, Verdict[]> {
  return new Map([...Map.groupBy(judged, by)].map(([key, texts]) => [key, verdictsOf(texts)]))
}

function table(title: string, groups: ReadonlyMap<string, readonly Verdict[]>): string[] {
  const rows = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, verdicts]) => row(name, verdicts))
  return [title, ...rows, '']
}

function row(name: string, verdicts: readonly Verdict[]): string {
  const { precision, recall, mentions } = figuresOf(verdicts)
  const { right, missed, wrong } = mentions
  return `  ${name.padEnd(20)} precision ${figure(precision)}  recall ${figure(recall)}  (${right} right, ${missed} missed, ${wrong} false)`
}
