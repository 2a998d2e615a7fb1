import { parseSubscriptionLink } from '../../../bundle/subscription-link.ts'
import { rootFile } from '../../../bundle/tuf/files.ts'
import type { Root } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { type KeyRing, roleSigners } from './key-folder.ts'
import { signMetadata } from './make-metadata.ts'
import { readOwnRepository } from './own-repository.ts'
import { repositoryProblem } from './repository-problem.ts'
import { republished } from './republish.ts'
import type { OnPart } from './verify-repository.ts'
import { writeVerified } from './write-verified.ts'

/** Which bundle goes on where this one ends, and with what to sign that. */
export interface SupersedeOptions {
  /** The link of the other bundle, with its fingerprint; undefined takes an earlier one back. */
  readonly by: string | undefined
  readonly ring: KeyRing
  /** Milliseconds since 1970 (UTC). */
  readonly at: number
  readonly onPart?: OnPart
}

/**
 * Says in a new root, signed by the root keys, and in the next generation that another bundle goes on where this one
 * ends. Readers are asked before they follow. Gives the generation.
 */
export async function supersede(folder: string, options: SupersedeOptions): Promise<Result<number, string>> {
  const own = await readOwnRepository(folder)
  if (!own.ok) return fail(repositoryProblem(folder, own.error))
  const { rootDigest, root, trusted, manifest } = own.value
  if (!trusted || !manifest) return fail(`${folder} holds nothing signed: build and sign first`)
  const problem = options.by === undefined ? undefined : linkProblem(options.by, rootDigest)
  if (problem !== undefined) return fail(problem)
  const next = rootSaying(root, options)
  const signers = roleSigners(options.ring, root, 'root')
  if (!signers.ok) return signers
  const versions = { snapshot: trusted.snapshot.version, timestamp: trusted.timestamp.version }
  const generation = await republished(
    { folder, root: next, trusted, manifest: { ...manifest, supersededBy: options.by ?? null } },
    { ...options, versions },
  )
  if (!generation.ok) return generation
  const bytes = await signMetadata(next, signers.value)
  const files = new Map([[rootFile(next.version), bytes], ...generation.value])
  const written = await writeVerified(folder, files, options)
  return written.ok ? ok(written.value) : written
}

function rootSaying({ supersededBy: _before, ...root }: Root, { by, at }: SupersedeOptions): Root {
  return {
    ...root,
    version: root.version + 1,
    expires: instantAfter(at, VALID_DAYS.root),
    ...(by !== undefined && { supersededBy: by }),
  }
}

function linkProblem(by: string, rootDigest: string): string | undefined {
  const link = parseSubscriptionLink(by)
  if (!link.ok) return `"${by}" is no subscription link (${link.error})`
  if (link.value.rootDigest === undefined)
    return `"${by}" has no fingerprint: readers could not tell whose it is`
  return link.value.rootDigest === rootDigest ? `"${by}" leads to this very bundle` : undefined
}
