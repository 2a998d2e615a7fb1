import { ok, type Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { roleFile, storedFile } from './files.ts'
import { floorOf } from './floor.ts'
import type { Root, Snapshot, Targets, Timestamp } from './metadata.ts'
import { openMetadata } from './open-metadata.ts'
import type { HostError, Session, Stepped } from './session.ts'
import type { StoredMetadata, Versions } from './stored-metadata.ts'
import { describedRole } from './update-role.ts'
import { updateRoot } from './update-root.ts'
import { updateTimestamp } from './update-timestamp.ts'

/** The four top roles as they are trusted at the end of a refresh. */
export interface TrustedMetadata {
  readonly rootDigest: string
  readonly epoch: number
  readonly root: Root
  readonly timestamp: Timestamp
  readonly snapshot: Snapshot
  readonly targets: Targets
}

/** The counters of trusted metadata, to be kept in a second place. */
export const versionsOf = ({ root, timestamp, snapshot, targets }: TrustedMetadata): Versions => ({
  root: root.version,
  timestamp: timestamp.version,
  snapshot: snapshot.version,
  targets: targets.version,
})

/**
 * Brings the stored metadata up to date by the client workflow of TUF 1.0.34, section 5: root, timestamp, snapshot,
 * targets, each verified before the next is fetched. `stored` of the answer is to be persisted, whatever the outcome.
 */
export async function refresh<E extends HostError>(
  session: Session<E>,
  before: StoredMetadata,
): Promise<Stepped<TrustedMetadata, E>> {
  const root = await updateRoot(session, before)
  if (!root.outcome.ok) return { stored: root.stored, outcome: root.outcome }
  const timestamp = await updateTimestamp(session, root.stored, root.outcome.value)
  if (!timestamp.outcome.ok) return { stored: timestamp.stored, outcome: timestamp.outcome }
  const parents = { root: root.outcome.value, timestamp: timestamp.outcome.value }
  const snapshot = await updateSnapshot(session, timestamp.stored, parents)
  if (!snapshot.outcome.ok) return { stored: snapshot.stored, outcome: snapshot.outcome }
  const all = { ...parents, snapshot: snapshot.outcome.value }
  const targets = await updateTargets(session, snapshot.stored, all)
  if (!targets.outcome.ok) return { stored: targets.stored, outcome: targets.outcome }
  const { rootDigest, epoch } = targets.stored
  return {
    stored: targets.stored,
    outcome: ok({ rootDigest, epoch, ...all, targets: targets.outcome.value }),
  }
}

/** Steps S1 to S4 (TUF 5.5): no targets role may go back or disappear. */
async function updateSnapshot<E extends HostError>(
  session: Session<E>,
  stored: StoredMetadata,
  { root, timestamp }: Pick<TrustedMetadata, 'root' | 'timestamp'>,
): Promise<Stepped<Snapshot, E>> {
  const meta = timestamp.meta['snapshot.json']
  const consistent = root.consistent_snapshot === true
  const opened = await describedRole(session, {
    type: 'snapshot',
    role: 'snapshot',
    meta,
    consistent,
    signers: { keys: root.keys, role: root.roles.snapshot },
    stored: stored.snapshot,
  })
  if (!opened.ok) return { stored, outcome: opened }
  const problem = snapshotGoesBack(stored, opened.value.signed, roleFile('snapshot', meta, consistent))
  if (problem) return { stored, outcome: problem }
  return { stored: { ...stored, snapshot: opened.value.bytes }, outcome: ok(opened.value.signed) }
}

function snapshotGoesBack(
  stored: StoredMetadata,
  { meta }: Snapshot,
  where: string,
): Result<never, BundleError> | undefined {
  const before = stored.snapshot && openMetadata('snapshot', stored.snapshot, storedFile('snapshot'))
  for (const [file, { version }] of Object.entries(before?.ok ? before.value.signed.meta : {})) {
    const offered = meta[file]?.version ?? 0
    if (offered < version)
      return refuse('rolled-back', where, `${file} ${offered || 'is gone'}; ${version} was seen before`)
  }
  const [offered, least] = [meta['targets.json']?.version ?? 0, floorOf(stored, 'targets')]
  if (offered >= least) return undefined
  return refuse('rolled-back', where, `targets.json ${offered}; ${least} was seen before`)
}

/** Steps G1 to G3 (TUF 5.6). */
async function updateTargets<E extends HostError>(
  session: Session<E>,
  stored: StoredMetadata,
  { root, snapshot }: Pick<TrustedMetadata, 'root' | 'snapshot'>,
): Promise<Stepped<Targets, E>> {
  const meta = snapshot.meta['targets.json']
  if (!meta) return { stored, outcome: refuse('wrong-shape', 'snapshot', 'it names no targets.json') }
  const opened = await describedRole(session, {
    type: 'targets',
    role: 'targets',
    meta,
    consistent: root.consistent_snapshot === true,
    signers: { keys: root.keys, role: root.roles.targets },
    stored: stored.targets,
  })
  if (!opened.ok) return { stored, outcome: opened }
  return { stored: { ...stored, targets: opened.value.bytes }, outcome: ok(opened.value.signed) }
}
