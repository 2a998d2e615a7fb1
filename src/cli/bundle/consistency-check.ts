import { spanOf } from '../../model/partial-date.ts'
import { checkFounding } from './founding-check.ts'
import type { BundleHeader } from './header-source.ts'
import { checkInverses } from './inverse-check.ts'
import { checkLives } from './life-check.ts'
import { checkGaps } from './office-gap-check.ts'
import { checkOverlaps } from './office-overlap-check.ts'
import { checkTermsAgree } from './office-terms-check.ts'
import type { PlacedRecord } from './placed-record.ts'
import { checkSharedNames } from './shared-name-check.ts'

/**
 * Complains, at the line in question, where a bundle contradicts itself: two holders of one office, an
 * office before birth or after death, a membership older than its organisation, a link that the other
 * side does not return, a name that two entities claim without doubt, an office with an unexplained gap.
 * Asked of sound records only: it takes for granted that references resolve and dates can be read.
 */
export function checkConsistency(records: readonly PlacedRecord[], header: BundleHeader): void {
  const asOf = spanOf(header.created.slice(0, 10))?.first ?? Number.POSITIVE_INFINITY
  const known: ReadonlyMap<string, PlacedRecord> = new Map(records.map((each) => [each.record.id, each]))
  for (const each of records) {
    checkOverlaps(each)
    checkGaps(each, asOf)
    checkLives(each)
    checkTermsAgree(each, known)
    checkFounding(each, known)
    checkInverses(each, known)
  }
  checkSharedNames(records)
}
