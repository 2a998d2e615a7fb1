import { CONFIDENCES, type Confidence, type EntityRecord, type Source } from '../../model/entity.ts'
import { spanOf } from '../../model/partial-date.ts'

/** How often each key occurs, the most frequent first; equal counts in the order of their keys. */
export type Counts = readonly (readonly [key: string, count: number])[]

/** What a bundle covers and how far it is confirmed. */
export interface BundleStats {
  readonly entities: number
  readonly entitiesByKind: Counts
  /** Names and aliases by their language. */
  readonly namesByLanguage: Counts
  readonly ambiguousNames: number
  readonly statements: Readonly<Record<Confidence, number>>
  /** Events without a confidence of their own count as confirmed: the timeline shows them so. */
  readonly events: Readonly<Record<Confidence, number>>
  /** Ids of entities none of whose statements and events is confirmed, by kind. */
  readonly unconfirmedByKind: Counts
  readonly unconfirmed: readonly string[]
  readonly sources: number
  readonly undatedSources: number
  readonly oldestSource: Source | undefined
}

/** Counts what records hold; the order of the records does not matter. */
export function bundleStats(records: readonly EntityRecord[]): BundleStats {
  const names = records.flatMap((each) => [...each.names, ...each.aliases])
  const unconfirmed = records.filter((each) => !hasConfirmed(each))
  const sources = distinct(records.flatMap((each) => each.sources))
  return {
    entities: records.length,
    entitiesByKind: countsOf(records.map((each) => each.kind)),
    namesByLanguage: countsOf(names.map((each) => each.lang)),
    ambiguousNames: records.flatMap((each) => each.aliases).filter((each) => each.rules?.ambiguous).length,
    statements: byConfidence(records.flatMap((each) => each.statements)),
    events: byConfidence(records.flatMap((each) => each.events)),
    unconfirmedByKind: countsOf(unconfirmed.map((each) => each.kind)),
    unconfirmed: unconfirmed.map((each) => each.id).sort(),
    sources: sources.length,
    undatedSources: sources.filter((each) => each.date === undefined).length,
    oldestSource: oldestOf(sources),
  }
}

interface Fact {
  readonly confidence?: Confidence
}

const isConfirmed = (fact: Fact): boolean => (fact.confidence ?? 'confirmed') === 'confirmed'

const hasConfirmed = ({ statements, events }: EntityRecord): boolean =>
  statements.some(isConfirmed) || events.some(isConfirmed)

function byConfidence(facts: readonly Fact[]): Record<Confidence, number> {
  const counted = Object.fromEntries(CONFIDENCES.map((each) => [each, 0])) as Record<Confidence, number>
  for (const { confidence } of facts) counted[confidence ?? 'confirmed'] += 1
  return counted
}

function countsOf(keys: readonly string[]): Counts {
  const counted = new Map<string, number>()
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1)
  return [...counted].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

const distinct = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((each) => [each.id, each])).values(),
]

function oldestOf(sources: readonly Source[]): Source | undefined {
  const dated = sources.flatMap((source) => {
    const day = spanOf(source.date)?.first
    return day === undefined ? [] : [{ source, day }]
  })
  return dated.sort((a, b) => a.day - b.day || (a.source.id < b.source.id ? -1 : 1))[0]?.source
}
