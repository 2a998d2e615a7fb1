import type { EntityRecord } from '../model/entity.ts'
import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { countRecords, MANIFEST_FILE, type Manifest } from './manifest.ts'
import type { Trust } from './open-manifest.ts'
import type { RecordLine } from './read-record.ts'

declare const verified: unique symbol

/**
 * A whole generation that passed every check. Storage takes nothing else, and only `verifyGeneration`
 * makes one: so nothing can be written before it is verified.
 */
export interface VerifiedGeneration {
  readonly [verified]: true
  readonly manifest: Manifest
  readonly trust: Trust
  /** In ascending order of their ids. */
  readonly lines: readonly RecordLine[]
}

/** Checks what only the whole can show: the order of ids, the counts, and that every reference resolves. */
export function verifyGeneration(
  manifest: Manifest,
  trust: Trust,
  lines: readonly RecordLine[],
): Result<VerifiedGeneration, BundleError> {
  const records = lines.map((each) => each.record)
  const error = orderError(records) ?? countError(manifest, records) ?? referenceError(records)
  return error ?? ok({ manifest, trust, lines } as unknown as VerifiedGeneration)
}

function orderError(records: readonly EntityRecord[]): Result<never, BundleError> | undefined {
  for (let index = 1; index < records.length; index += 1) {
    const [before, after] = [records[index - 1]?.id ?? '', records[index]?.id ?? '']
    if (before >= after)
      return refuse('wrong-order', `${MANIFEST_FILE} full`, `"${after}" stands after "${before}"`)
  }
  return undefined
}

function countError(
  manifest: Manifest,
  records: readonly EntityRecord[],
): Result<never, BundleError> | undefined {
  const counts = countRecords(records)
  for (const name of ['entities', 'aliases', 'facts', 'sources'] as const) {
    const declared = manifest.counts[name]
    if (counts[name] === declared) continue
    return refuse('wrong-count', `${MANIFEST_FILE} counts.${name}`, `${counts[name]}, not ${declared}`)
  }
  return undefined
}

function referenceError(records: readonly EntityRecord[]): Result<never, BundleError> | undefined {
  const ids = new Set<string>(records.map((record) => record.id))
  for (const record of records) {
    const named = [...record.statements, ...record.relations].flatMap((each) => each.entity ?? [])
    const unknown = named.find((id) => !ids.has(id))
    if (unknown !== undefined)
      return refuse('unknown-reference', `entity ${record.id}`, `it names "${unknown}"`)
  }
  return undefined
}
