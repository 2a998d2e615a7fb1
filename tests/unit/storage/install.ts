import type { BundleError } from '../../../src/bundle/bundle-error.ts'
import type { PartSlices } from '../../../src/bundle/read-part.ts'
import type { RecordLine } from '../../../src/bundle/read-record.ts'
import type { VerifiedGeneration } from '../../../src/bundle/verify-generation.ts'
import { ok, type Result } from '../../../src/model/result.ts'
import type { Subscription } from '../../../src/model/sync-state.ts'
import { bundleStore } from '../../../src/storage/bundle-store.ts'
import type { Difference } from '../../../src/storage/change-log.ts'
import type { BackgrounderDatabase } from '../../../src/storage/database.ts'
import type { StorageError } from '../../../src/storage/storage-error.ts'

export interface InstallOptions {
  readonly installedAt: string
  readonly subscription?: Subscription
  readonly signal?: AbortSignal
  readonly onProgress?: (written: number) => void
  /** What is written stays where it does not come to its end, as after a kill. */
  readonly keep?: boolean
  /** Records in a part. */
  readonly part?: number
}

/** Records that are at hand, as a part that is read gives them. */
export async function* inOneSlice(lines: readonly RecordLine[]): PartSlices {
  yield ok(lines)
}

/** Takes a generation in, part by part, as an update does once a part is verified. */
export async function installGeneration(
  database: BackgrounderDatabase,
  { manifest, trust, lines }: VerifiedGeneration,
  { installedAt, subscription, signal, onProgress, keep = false, part = lines.length || 1 }: InstallOptions,
): Promise<Result<Difference, StorageError | BundleError>> {
  const plan = `${manifest.id} ${manifest.generation} ${part}`
  const begun = await bundleStore(database).begin({ manifest, trust, subscription }, plan)
  if (!begun.ok) return begun
  const intake = begun.value
  const failed = async <E>(error: E) => {
    await intake.abandon(keep)
    return error
  }
  for (let start = intake.parts * part; start < lines.length; start += part) {
    const written = await intake.write(inOneSlice(lines.slice(start, start + part)), { signal, onProgress })
    if (!written.ok) return failed(written)
  }
  const shown = await intake.finish(installedAt)
  return shown.ok ? ok(shown.value) : failed(shown)
}
