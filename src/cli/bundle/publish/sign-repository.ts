import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { TopRole } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { roleSigners } from './key-folder.ts'
import { signMetadata, targetsOf } from './make-metadata.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import { UNSIGNED_FILE, type UnsignedTargets } from './pack-into.ts'
import { type Ending, planRenewal, type RenewalPlan, renewedRoot } from './renewal.ts'
import { repositoryProblem } from './repository-problem.ts'
import { republished } from './republish.ts'
import {
  type AboveOptions,
  type Files,
  type SignOptions,
  snapshotFiles,
  timestampFiles,
} from './role-files.ts'
import { writeVerified } from './write-verified.ts'

/** What was signed. */
export interface Signed {
  readonly generation: number
  /** Whether it is a generation that was waiting. */
  readonly isNew: boolean
  /** The roles whose metadata was signed anew though nothing in it changed. */
  readonly renewed: readonly TopRole[]
  /** What ends soon, and could not be renewed because its keys are not at hand. */
  readonly endingSoon: readonly Ending[]
}

/**
 * Signs the generation that was built last, or renews the timestamp where none is waiting; and with either whatever
 * ends soon. It is verified as a reader would before a byte of it is written; the timestamp comes last.
 */
export async function signRepository(folder: string, options: SignOptions): Promise<Result<Signed, string>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return fail(repositoryProblem(folder, own.error))
  const unsigned = await readUnsigned(folder)
  if (!unsigned.ok) return unsigned
  if (!unsigned.value && !own.value.trusted) return fail(`${folder} holds nothing to sign: build first`)
  const plan = planRenewal(own.value, options, unsigned.value !== undefined)
  if (!plan.ok) return plan
  const root = await renewedRoot(own.value.root, plan.value, options)
  if (!root.ok) return root
  const files = unsigned.value
    ? await generationFiles({ ...own.value, root: root.value.root }, unsigned.value, options)
    : await renewedFiles(folder, { ...own.value, root: root.value.root }, plan.value, options)
  if (!files.ok) return files
  const written = await writeVerified(folder, new Map([...root.value.files, ...files.value]), options)
  if (!written.ok) return written
  await rm(join(folder, 'unsigned'), { recursive: true, force: true })
  const { renew, endingSoon } = plan.value
  return ok({ generation: written.value, isNew: unsigned.value !== undefined, renewed: renew, endingSoon })
}

async function generationFiles(
  { root, trusted }: OwnRepository,
  { generation, targets }: UnsignedTargets,
  { ring, at }: SignOptions,
): Promise<Result<Files, string>> {
  if (trusted && generation <= trusted.targets.version)
    return fail(`Generation ${trusted.targets.version} is signed already; ${generation} would go back`)
  const signers = roleSigners(ring, root, 'targets')
  if (!signers.ok) return signers
  const expires = instantAfter(at, VALID_DAYS.targets)
  const bytes = await signMetadata(targetsOf({ version: generation, expires }, targets), signers.value)
  const above = await snapshotFiles({ version: generation, bytes }, root, {
    ring,
    at,
    versions: { snapshot: trusted?.snapshot.version ?? 0, timestamp: trusted?.timestamp.version ?? 0 },
  })
  return above.ok ? ok(new Map([[`metadata/${generation}.targets.json`, bytes], ...above.value])) : above
}

/** What stands, signed anew from the highest role that needs it down to the timestamp. */
async function renewedFiles(
  folder: string,
  { root, trusted, manifest }: OwnRepository,
  { renew }: RenewalPlan,
  options: SignOptions,
): Promise<Result<Files, string>> {
  if (!trusted || !manifest) return fail(`${folder} holds nothing to sign: build first`)
  const versions = { snapshot: trusted.snapshot.version, timestamp: trusted.timestamp.version }
  const above: AboveOptions = { ...options, versions }
  if (renew.includes('targets')) return republished({ folder, root, trusted, manifest }, above)
  const role = renew.includes('snapshot') ? 'targets' : 'snapshot'
  const { version } = trusted[role]
  const bytes = new Uint8Array(await readFile(join(folder, `metadata/${version}.${role}.json`)))
  const files = role === 'targets' ? snapshotFiles : timestampFiles
  return files({ version, bytes }, root, above)
}

const unsignedSchema = v.strictObject({
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  targets: v.record(
    v.string(),
    v.strictObject({ length: v.number(), hashes: v.record(v.string(), v.string()) }),
  ),
})

async function readUnsigned(folder: string): Promise<Result<UnsignedTargets | undefined, string>> {
  const text = await readFile(join(folder, UNSIGNED_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) return ok(undefined)
  try {
    return ok(v.parse(unsignedSchema, JSON.parse(text)))
  } catch {
    return fail(`${join(folder, UNSIGNED_FILE)} is damaged: build again`)
  }
}
