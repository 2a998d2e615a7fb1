import { ok, type Result } from '../../model/result.ts'
import type { BundleError } from '../bundle-error.ts'
import { wrongFile } from './check-file.ts'
import { targetFile } from './files.ts'
import type { TargetFile } from './metadata.ts'
import type { HostError, Session } from './session.ts'

/** Step F: fetches a target, of exactly the signed length, and compares its hashes (TUF 5.7). */
export async function readTarget<E extends HostError>(
  session: Session<E>,
  path: string,
  target: TargetFile,
  consistent = true,
): Promise<Result<Uint8Array<ArrayBuffer>, BundleError | E>> {
  const where = targetFile(path, target, consistent)
  const bytes = await session.readFile(where, { exactly: target.length })
  if (!bytes.ok) return bytes
  return (await wrongFile(session, bytes.value, target, where)) ?? ok(bytes.value)
}
