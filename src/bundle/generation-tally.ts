import type { EntityRecord } from '../model/entity.ts'
import type { BundleError } from './bundle-error.ts'
import { HashSet } from './hash-set.ts'
import { type BundleCounts, MANIFEST_FILE, type Manifest } from './manifest.ts'

/** Checks what only a whole generation can show, record by record: none has to be held. */
export interface GenerationTally {
  /** Takes in the next records; tells the first that is out of order. */
  add(records: readonly EntityRecord[]): BundleError | undefined
  /** After the last one: whether the counts are those of the manifest, and every reference resolves. */
  finish(manifest: Pick<Manifest, 'counts'>): BundleError | undefined
}

/** A tally of no record yet. */
export function startTally(): GenerationTally {
  const ids = new HashSet()
  const [references, sources] = [ids.sibling(), new HashSet()]
  let [entities, aliases, facts, last] = [0, 0, 0, '']
  const addOne = (record: EntityRecord): BundleError | undefined => {
    if (record.id <= last && entities > 0) return outOfOrder(last, record.id)
    last = record.id
    entities += 1
    aliases += record.names.length + record.aliases.length
    facts += record.statements.length + record.events.length
    ids.add(record.id)
    for (const { id } of record.sources) sources.add(id)
    for (const { entity } of record.statements) if (entity !== undefined) references.add(entity)
    for (const { entity } of record.relations) references.add(entity)
    return undefined
  }
  return {
    add: (records) => {
      for (const record of records) {
        const error = addOne(record)
        if (error) return error
      }
      return undefined
    },
    finish: ({ counts }) =>
      countError(counts, { entities, aliases, facts, sources: sources.size }) ??
      (ids.hasAll(references) ? undefined : unknownReference()),
  }
}

const outOfOrder = (before: string, after: string): BundleError => ({
  code: 'wrong-order',
  where: `${MANIFEST_FILE} full`,
  detail: `"${after}" stands after "${before}"`,
})

function countError(declared: BundleCounts, counted: BundleCounts): BundleError | undefined {
  for (const name of ['entities', 'aliases', 'facts', 'sources'] as const) {
    if (counted[name] !== declared[name])
      return {
        code: 'wrong-count',
        where: `${MANIFEST_FILE} counts.${name}`,
        detail: `${counted[name]}, not ${declared[name]}`,
      }
  }
  return undefined
}

const unknownReference = (): BundleError => ({
  code: 'unknown-reference',
  where: `${MANIFEST_FILE} full`,
  detail: 'an entry names one that the bundle does not have',
})
