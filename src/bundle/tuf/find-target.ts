import { ok, type Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import type { Delegations, Role, TargetFile, Targets } from './metadata.ts'
import { binOf, covers, pathHash } from './path-pattern.ts'
import type { TrustedMetadata } from './refresh.ts'
import type { HostError, Session, Stepped } from './session.ts'
import type { StoredMetadata } from './stored-metadata.ts'
import { describedRole } from './update-role.ts'

/** A role to open on the way to a target: whose keys sign it, and whether the search ends below it. */
interface Delegate {
  readonly name: string
  readonly keys: Delegations['keys']
  readonly role: Role
  readonly terminating: boolean
}

/**
 * Steps D1 to D3: what the repository signs for a path (TUF 5.6.7), undefined where it signs nothing. Roles are
 * visited in the order of their delegations, depth first, each once, each verified by the keys of whoever delegates
 * to it now. A terminating role ends the search below its delegator.
 */
export async function findTarget<E extends HostError>(
  session: Session<E>,
  before: StoredMetadata,
  trusted: TrustedMetadata,
  path: string,
): Promise<Stepped<TargetFile | undefined, E>> {
  let stored = before
  const own = targetOf(trusted.targets, path)
  if (own) return { stored, outcome: ok(own) }
  const hash = await pathHash(session.crypto, path)
  const visited = new Set<string>()
  let waiting = delegatesOf(trusted.targets, path, hash)
  while (waiting.length > 0 && visited.size < session.profile.maxDelegations) {
    const [delegate, ...later] = waiting as [Delegate, ...Delegate[]]
    waiting = later
    if (visited.has(delegate.name)) continue
    visited.add(delegate.name)
    const opened = await openDelegate(session, stored, trusted, delegate)
    if (!opened.outcome.ok) return { stored: opened.stored, outcome: opened.outcome }
    stored = opened.stored
    const found = targetOf(opened.outcome.value, path)
    if (found) return { stored, outcome: ok(found) }
    const below = delegatesOf(opened.outcome.value, path, hash)
    waiting = delegate.terminating ? below : [...below, ...waiting]
  }
  return { stored, outcome: ok(undefined) }
}

/** The file that targets metadata signs under a path. */
export const targetOf = ({ targets }: Targets, path: string): TargetFile | undefined =>
  Object.hasOwn(targets, path) ? targets[path] : undefined

function delegatesOf({ delegations }: Targets, path: string, hash: string): Delegate[] {
  if (!delegations) return []
  const { keys, roles, succinct_roles: bins } = delegations
  if (bins) return [{ name: binOf(bins, hash), keys, role: bins, terminating: true }]
  return (roles ?? [])
    .filter((role) => covers(role, path, hash))
    .map((role) => ({ name: role.name, keys, role, terminating: role.terminating }))
}

async function openDelegate<E extends HostError>(
  session: Session<E>,
  stored: StoredMetadata,
  { root, snapshot }: TrustedMetadata,
  { name, keys, role }: Delegate,
): Promise<Stepped<Targets, E>> {
  const file = `${name}.json`
  const meta = Object.hasOwn(snapshot.meta, file) ? snapshot.meta[file] : undefined
  if (!meta) return { stored, outcome: unlisted(file) }
  const opened = await describedRole(session, {
    type: 'targets',
    role: name,
    meta,
    signers: { keys, role },
    consistent: root.consistent_snapshot === true,
    stored: stored.delegated?.get(name),
  })
  if (!opened.ok) return { stored, outcome: opened }
  const delegated = new Map(stored.delegated).set(name, opened.value.bytes)
  return { stored: { ...stored, delegated }, outcome: ok(opened.value.signed) }
}

const unlisted = (file: string): Result<never, BundleError> =>
  refuse('wrong-shape', file, 'the snapshot does not name it')
