import { rootFile } from '../../../bundle/tuf/files.ts'
import type { Root, TopRole } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { type KeyRing, roleSigners } from './key-folder.ts'
import { signMetadata } from './make-metadata.ts'
import type { OwnRepository } from './own-repository.ts'

/** Metadata whose time is nearly up. */
export interface Ending {
  readonly role: TopRole
  /** `YYYY-MM-DDThh:mm:ssZ` */
  readonly expires: string
}

/** What of a repository is to be signed anew, and what should be but cannot. */
export interface RenewalPlan {
  readonly renew: readonly TopRole[]
  readonly endingSoon: readonly Ending[]
}

/** With what, and when. */
interface Means {
  readonly ring: KeyRing
  /** Milliseconds since 1970 (UTC). */
  readonly at: number
}

/** Two timestamps long: a publisher who renews the timestamp in time hears of it at least twice. */
const SOON_MS = 30 * 86_400_000

/** From the root down; what lies above the timestamp has keys that may be kept elsewhere. */
const LONG_LIVED = ['root', 'targets', 'snapshot'] as const

/**
 * What is to be signed anew beside the timestamp: what ends soon and whose keys are at hand. Refuses where something has
 * expired and its keys are missing: readers would take nothing above it. A new generation brings its own targets and
 * snapshot (`hasGeneration`).
 */
export function planRenewal(
  { root, trusted }: OwnRepository,
  { ring, at }: Means,
  hasGeneration: boolean,
): Result<RenewalPlan, string> {
  const standing = { root, ...(!hasGeneration && trusted) }
  const renew: TopRole[] = []
  const endingSoon: Ending[] = []
  for (const role of LONG_LIVED) {
    const expires = standing[role]?.expires
    if (expires === undefined || Date.parse(expires) - at > SOON_MS) continue
    const missing = missingFor(role, root, ring)
    if (missing === undefined) renew.push(role)
    else if (Date.parse(expires) > at) endingSoon.push({ role, expires })
    else return fail(`What the ${role} role signs expired on ${expires}. ${missing}`)
  }
  const below: readonly TopRole[] = renew.includes('targets') ? ['snapshot'] : []
  const roles = [...new Set([...renew, ...below])]
  return ok({ renew: hasGeneration ? roles : [...roles, 'timestamp'], endingSoon })
}

/** Why a role cannot be signed anew, with what names it; undefined where it can. */
function missingFor(role: (typeof LONG_LIVED)[number], root: Root, ring: KeyRing): string | undefined {
  const needed: readonly TopRole[] = role === 'targets' ? ['targets', 'snapshot'] : [role]
  for (const each of needed) {
    const signers = roleSigners(ring, root, each)
    if (!signers.ok) return signers.error
  }
  return undefined
}

/** The root to go on with: the same one, or its next version with the same keys where the plan says so. */
export async function renewedRoot(
  root: Root,
  { renew }: RenewalPlan,
  { ring, at }: Means,
): Promise<Result<{ root: Root; files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }, string>> {
  if (!renew.includes('root')) return ok({ root, files: new Map() })
  const signers = roleSigners(ring, root, 'root')
  if (!signers.ok) return signers
  const next = { ...root, version: root.version + 1, expires: instantAfter(at, VALID_DAYS.root) }
  const bytes = await signMetadata(next, signers.value)
  return ok({ root: next, files: new Map([[rootFile(next.version), bytes]]) })
}
