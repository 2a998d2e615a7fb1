import type { BundleNames, Way } from './bundle-names.ts'
import type { GoldHolder, GoldMark, GoldText } from './gold.ts'
import { isSameSpan, overlaps, type Span } from './spans.ts'

/** A mention of an answer, as `annotate` prints it. */
export interface AnsweredMention extends Span {
  readonly entity: string | null
  readonly candidates?: readonly string[]
  readonly holder?: string
  readonly holders?: readonly string[]
}

/** What an engine or a baseline says of a text. */
export interface Answer {
  readonly mentions: readonly AnsweredMention[]
  readonly hints: readonly (Span & { readonly entity: string })[]
}

/** One thing that was judged. `absent` gold names entities that the bundle does not have, and is not counted. */
export interface Verdict extends Span {
  readonly about: 'mention' | 'holder' | 'negative' | 'hint'
  readonly outcome: 'right' | 'missed' | 'false' | 'absent'
  readonly kind: string
  readonly way: Way
  readonly says: string
}

/** Judges an answer against the gold. `silent` are the strings outside the gold that equal a name of the bundle. */
export function judge(
  gold: GoldText,
  answer: Answer,
  names: BundleNames,
  silent: readonly Span[],
): Verdict[] {
  const partnerOf = (mark: GoldMark) =>
    answer.mentions.find((mention) => isSameSpan(gold.text, mention, mark))
  return [
    ...gold.marks.flatMap((mark) => judgeMark(mark, partnerOf(mark), names)),
    ...answer.mentions.flatMap((mention) => judgeStray(gold, mention, names)),
    ...silent.map((span) => judgeNegative(gold, span, answer)),
    ...judgeHints(gold, answer, names),
  ]
}

/** The strings of a text outside the gold that equal a name of the bundle: a folded baseline finds them. */
export const silentStrings = (gold: GoldText, folded: Answer): Span[] =>
  folded.mentions.filter((mention) => !gold.marks.some((mark) => overlaps(mark, mention)))

const isKnown = (mark: GoldMark, names: BundleNames): boolean =>
  mark.targets.every((target) => names.kindOf(target) !== undefined)

function judgeMark(mark: GoldMark, mention: AnsweredMention | undefined, names: BundleNames): Verdict[] {
  const target = mark.targets[0] ?? ''
  const base = {
    start: mark.start,
    end: mark.end,
    kind: names.kindOf(target) ?? 'absent',
    way: names.wayOf(mark.surface, target),
    says: `${mark.surface} = ${mark.targets.join('|')}; answered ${answered(mention)}`,
  }
  if (!isKnown(mark, names)) return [{ ...base, about: 'mention', outcome: 'absent' }]
  const isRight = mention !== undefined && isMeant(mark, mention)
  const verdicts: Verdict[] = []
  if (!mark.optional) verdicts.push({ ...base, about: 'mention', outcome: isRight ? 'right' : 'missed' })
  if (mention && !isRight) verdicts.push({ ...base, about: 'mention', outcome: 'false' })
  if (isRight && mark.holder && isKnownHolder(mark.holder, names))
    verdicts.push({ ...base, about: 'holder', outcome: isHolder(mark.holder, mention) ? 'right' : 'false' })
  return verdicts
}

function isMeant({ targets }: GoldMark, { entity, candidates = [] }: AnsweredMention): boolean {
  if (targets.length === 1) return entity === targets[0]
  return entity === null && targets.every((target) => candidates.includes(target))
}

function isKnownHolder(holder: GoldHolder, names: BundleNames): boolean {
  const persons = holder.kind === 'one' ? [holder.person] : holder.kind === 'several' ? holder.persons : []
  return persons.every((person) => names.kindOf(person) !== undefined)
}

function isHolder(wanted: GoldHolder, { holder, holders = [] }: AnsweredMention): boolean {
  if (wanted.kind === 'one') return holder === wanted.person
  if (holder !== undefined) return false
  return wanted.kind === 'none' || wanted.persons.every((person) => holders.includes(person))
}

/** A mention where the gold has none is false; over gold that the bundle cannot know it is not counted. */
function judgeStray(gold: GoldText, mention: AnsweredMention, names: BundleNames): Verdict[] {
  if (gold.marks.some((mark) => isSameSpan(gold.text, mention, mark))) return []
  if (gold.marks.some((mark) => !isKnown(mark, names) && overlaps(mark, mention))) return []
  const surface = gold.text.slice(mention.start, mention.end)
  const entity = mention.entity ?? mention.candidates?.[0] ?? ''
  return [
    {
      start: mention.start,
      end: mention.end,
      about: 'mention',
      outcome: 'false',
      kind: names.kindOf(entity) ?? 'absent',
      way: names.wayOf(surface, entity),
      says: `${surface}: no gold; answered ${answered(mention)}`,
    },
  ]
}

function judgeNegative(gold: GoldText, span: Span, answer: Answer): Verdict {
  const isMarked = answer.mentions.some((mention) => overlaps(mention, span))
  const says = gold.text.slice(span.start, span.end)
  const { start, end } = span
  return {
    start,
    end,
    about: 'negative',
    outcome: isMarked ? 'false' : 'right',
    kind: 'negative',
    way: 'other',
    says,
  }
}

function judgeHints(gold: GoldText, answer: Answer, names: BundleNames): Verdict[] {
  const wanted = gold.marks.filter((mark) => mark.hint && isKnown(mark, names))
  const base = { about: 'hint', kind: 'hint', way: 'other' } as const
  const isFor = (mark: GoldMark, hint: Answer['hints'][number]) =>
    mark.targets[0] === hint.entity && overlaps(mark, hint)
  return [
    ...wanted.map((mark): Verdict => {
      const isFound = answer.hints.some((hint) => isFor(mark, hint))
      return {
        ...base,
        start: mark.start,
        end: mark.end,
        outcome: isFound ? 'right' : 'missed',
        says: mark.surface,
      }
    }),
    ...answer.hints
      .filter((hint) => !wanted.some((mark) => isFor(mark, hint)))
      .map(({ start, end, entity }): Verdict => ({ ...base, start, end, outcome: 'false', says: entity })),
  ]
}

const answered = (mention: AnsweredMention | undefined): string =>
  mention
    ? `${mention.entity ?? mention.candidates?.join('|')} (${mention.start}-${mention.end}) ${mention.holder ?? mention.holders?.join('|') ?? ''}`
    : 'nothing'
