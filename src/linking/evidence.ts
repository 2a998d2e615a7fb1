import type { EvidenceKind } from '../model/explanation.ts'
import type { PageWords } from './page-words.ts'
import type { EntityView } from './view.ts'
import { ENOUGH, EVIDENCE, MOST_COMPANY, MOST_CONTEXT, MOST_RELATED } from './weights.ts'

/** One reason to believe that a page means an entity. */
export interface Evidence {
  readonly kind: Exclude<EvidenceKind, 'licensed'>
  readonly weight: number
  /** What was seen: the `refKey` of the related entity, or the context word. */
  readonly seen?: string
}

/** What a page offers as evidence. */
export interface PageEvidence {
  /** Entities that the page is known to mean, by `refKey`. */
  readonly present: ReadonlyMap<string, EntityView>
  /** Keys of those that it names beyond doubt, places aside. */
  readonly clear: ReadonlySet<string>
  /** Acronyms that the bundle calls ambiguous and the text uses: such a one is no context for others. */
  readonly unclear: ReadonlySet<string>
  /** Keys of those that a definition names. */
  readonly defined: ReadonlySet<string>
  /** Keys of those that stand right before one of their own titles. */
  readonly titled: ReadonlySet<string>
  readonly words: PageWords
}

/** All that speaks for an entity on a page, whatever the name by which it may be meant. */
export const evidenceFor = (view: EntityView, page: PageEvidence): Evidence[] => [
  ...evidenceBesidesContext(view, page),
  ...contextEvidence(view, page),
]

function evidenceBesidesContext(view: EntityView, page: PageEvidence): Evidence[] {
  return [
    ...(page.defined.has(view.key) ? [{ kind: 'definition' as const, weight: EVIDENCE.definition }] : []),
    ...(page.present.has(view.key) ? [{ kind: 'named' as const, weight: EVIDENCE.named }] : []),
    ...(page.titled.has(view.key) ? [{ kind: 'title' as const, weight: EVIDENCE.title }] : []),
    ...relatedEvidence(view, page),
    ...companyEvidence(view, page),
  ]
}

/**
 * What speaks for an entity, from 0 on. Context words are looked for only where all else leaves it open:
 * they cost the most, for they are looked for in the whole text.
 */
export function weightOf(view: EntityView, page: PageEvidence): number {
  const evidence = evidenceBesidesContext(view, page)
  const weight = weigh(evidence)
  return weight >= ENOUGH ? weight : weigh([...evidence, ...contextEvidence(view, page)])
}

/** The worth of evidence, each kind within its bounds. */
function weigh(evidence: readonly Evidence[]): number {
  const related = sum(evidence, 'related')
  const context = sum(evidence, 'context')
  const decisive = sum(evidence, 'definition') + sum(evidence, 'named') + sum(evidence, 'title')
  const company = Math.min(sum(evidence, 'company'), MOST_COMPANY)
  return decisive + Math.min(related, MOST_RELATED) + Math.min(context, MOST_CONTEXT) + company
}

const sum = (evidence: readonly Evidence[], kind: Evidence['kind']): number =>
  evidence.filter((each) => each.kind === kind).reduce((total, { weight }) => total + weight, 0)

function relatedEvidence(view: EntityView, { present }: PageEvidence): Evidence[] {
  const evidence: Evidence[] = []
  for (const other of present.values()) {
    const weight = Math.max(view.related.get(other.key) ?? 0, other.related.get(view.key) ?? 0)
    if (weight > 0 && other.key !== view.key) evidence.push({ kind: 'related', weight, seen: other.key })
  }
  return evidence
}

function contextEvidence(view: EntityView, { words, unclear }: PageEvidence): Evidence[] {
  return view.context
    .filter((word) => !(word.exact && unclear.has(word.text)) && words.has(word))
    .map(({ text, weight }) => ({ kind: 'context', weight, seen: text }))
}

function companyEvidence(view: EntityView, { clear }: PageEvidence): Evidence[] {
  return [...clear]
    .filter((key) => key !== view.key)
    .slice(0, Math.ceil(MOST_COMPANY / EVIDENCE.company))
    .map((seen) => ({ kind: 'company', weight: EVIDENCE.company, seen }))
}
