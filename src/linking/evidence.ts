import type { EvidenceKind } from '../model/explanation.ts'
import type { PageWords } from './page-words.ts'
import type { EntityView } from './view.ts'
import { EVIDENCE, MOST_COMPANY } from './weights.ts'

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

/** All that speaks for an entity on a page, piece by piece, for who asks why; what it weighs together is page-support.ts's. */
export const evidenceFor = (view: EntityView, page: PageEvidence): Evidence[] => [
  ...(page.defined.has(view.key) ? [{ kind: 'definition' as const, weight: EVIDENCE.definition }] : []),
  ...(page.present.has(view.key) ? [{ kind: 'named' as const, weight: EVIDENCE.named }] : []),
  ...(page.titled.has(view.key) ? [{ kind: 'title' as const, weight: EVIDENCE.title }] : []),
  ...relatedEvidence(view, page),
  ...companyEvidence(view, page),
  ...contextEvidence(view, page),
]

function relatedEvidence(view: EntityView, { present }: PageEvidence): Evidence[] {
  const evidence: Evidence[] = []
  for (const other of present.values()) {
    const weight = Math.max(view.related.get(other.key) ?? 0, other.related.get(view.key) ?? 0)
    if (weight > 0 && other.key !== view.key) evidence.push({ kind: 'related', weight, seen: other.key })
  }
  return evidence
}

function contextEvidence(view: EntityView, { words, unclear }: PageEvidence): Evidence[] {
  return words
    .of(view)
    .filter(({ exact, text }) => !(exact && unclear.has(text)))
    .map(({ text, weight }) => ({ kind: 'context', weight, seen: text }))
}

function companyEvidence(view: EntityView, { clear }: PageEvidence): Evidence[] {
  return [...clear]
    .filter((key) => key !== view.key)
    .slice(0, MOST_COMPANIONS)
    .map((seen) => ({ kind: 'company', weight: EVIDENCE.company, seen }))
}

/** More companions than these add nothing. */
export const MOST_COMPANIONS = Math.ceil(MOST_COMPANY / EVIDENCE.company)
