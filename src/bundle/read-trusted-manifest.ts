import type { Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { MAX_MANIFEST_BYTES } from './limits.ts'
import { type BundleManifest, MANIFEST_FILE } from './manifest.ts'
import { openBundleManifest } from './open-bundle-manifest.ts'
import { targetOf } from './tuf/find-target.ts'
import { readTarget } from './tuf/read-target.ts'
import type { TrustedMetadata } from './tuf/refresh.ts'
import type { HostError, Session } from './tuf/session.ts'

/** Fetches and opens the `bundle.json` that refreshed metadata signs. */
export async function readTrustedManifest<E extends HostError>(
  session: Session<E>,
  trusted: TrustedMetadata,
): Promise<Result<BundleManifest, BundleError | E>> {
  const target = targetOf(trusted.targets, MANIFEST_FILE)
  if (!target) return refuse('wrong-target', 'targets.json', `it signs no ${MANIFEST_FILE}`)
  if (target.length > MAX_MANIFEST_BYTES)
    return refuse('too-large', MANIFEST_FILE, `over ${MAX_MANIFEST_BYTES} bytes`)
  const bytes = await readTarget(session, MANIFEST_FILE, target)
  return bytes.ok ? openBundleManifest(bytes.value, trusted) : bytes
}
