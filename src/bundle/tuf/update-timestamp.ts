import { ok, type Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { vagueFile } from './check-file.ts'
import { expired } from './expiry.ts'
import { storedFile, TIMESTAMP_FILE } from './files.ts'
import { floorOf } from './floor.ts'
import type { Metadata, Root, Timestamp } from './metadata.ts'
import { openMetadata } from './open-metadata.ts'
import type { HostError, Session, Stepped } from './session.ts'
import type { StoredMetadata } from './stored-metadata.ts'
import { distrust } from './threshold.ts'

/**
 * Steps T1 to T4: the newest timestamp (TUF 5.4). An equal version keeps the stored copy and discards what came; a
 * lower one, or one that names an older snapshot, is refused.
 */
export async function updateTimestamp<E extends HostError>(
  session: Session<E>,
  stored: StoredMetadata,
  root: Root,
): Promise<Stepped<Timestamp, E>> {
  const offered = await offeredTimestamp(session, root)
  if (!offered.ok) return { stored, outcome: offered }
  const trusted = storedTimestamp(stored)
  const usable = trusted && !(await distrust(session, trusted, signersOf(root), storedFile('timestamp')))
  const keep = usable && trusted.signed.version === offered.value.signed.version
  const chosen = keep ? trusted : offered.value
  const problem =
    (keep ? undefined : goesBack(stored, trusted?.signed, chosen.signed)) ??
    vagueFile(session, chosen.signed.meta['snapshot.json'], 'snapshot') ??
    expired(chosen.signed, session.now, TIMESTAMP_FILE)
  if (problem) return { stored, outcome: problem }
  return { stored: { ...stored, timestamp: chosen.bytes }, outcome: ok(chosen.signed) }
}

const signersOf = ({ keys, roles }: Root) => ({ keys, role: roles.timestamp })

async function offeredTimestamp<E extends HostError>(
  session: Session<E>,
  root: Root,
): Promise<Result<Metadata<Timestamp>, BundleError | E>> {
  const bytes = await session.readFile(TIMESTAMP_FILE, { atMost: session.profile.caps.timestamp })
  if (!bytes.ok) return bytes
  const offered = openMetadata('timestamp', bytes.value, TIMESTAMP_FILE)
  if (!offered.ok) return offered
  return (await distrust(session, offered.value, signersOf(root), TIMESTAMP_FILE)) ?? offered
}

/** Damaged files count as lost: the counters beside them still hold. */
function storedTimestamp({ timestamp }: StoredMetadata): Metadata<Timestamp> | undefined {
  const opened = timestamp && openMetadata('timestamp', timestamp, storedFile('timestamp'))
  return opened?.ok ? opened.value : undefined
}

function goesBack(
  stored: StoredMetadata,
  before: Timestamp | undefined,
  { version, meta }: Timestamp,
): Result<never, BundleError> | undefined {
  const least = Math.max(before?.version ?? 0, floorOf(stored, 'timestamp'))
  if (version < least)
    return refuse('rolled-back', TIMESTAMP_FILE, `version ${version}; ${least} was seen before`)
  const snapshot = meta['snapshot.json'].version
  const leastSnapshot = Math.max(before?.meta['snapshot.json'].version ?? 0, floorOf(stored, 'snapshot'))
  if (snapshot >= leastSnapshot) return undefined
  return refuse('rolled-back', TIMESTAMP_FILE, `snapshot ${snapshot}; ${leastSnapshot} was seen before`)
}
