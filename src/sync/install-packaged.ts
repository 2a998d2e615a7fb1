import type { ReaderCrypto } from '../bundle/crypto.ts'
import { type ReadFile, readPackagedManifest } from '../bundle/read-bundle.ts'
import type { BundleId } from '../model/ids.ts'
import { ok, type Result } from '../model/result.ts'
import type { SyncError } from '../model/sync-error.ts'
import type { BundleStore } from '../storage/bundle-store.ts'
import { takeGeneration } from './take-generation.ts'

/** What `installPackaged` works with. */
export interface PackagedInput {
  /** The files below `bundle/` of the extension package. */
  readonly files: ReadFile<SyncError>
  readonly store: BundleStore
  readonly crypto: ReaderCrypto
  /** Milliseconds since 1970 (UTC). */
  readonly clock: { now(): number }
}

/** The bundle of the package; `isNew` where it was installed just now. */
export interface InstalledPackage {
  readonly bundle: BundleId
  readonly isNew: boolean
}

/**
 * Installs the packaged bundle at first run, and after an upgrade of the extension where its generation is
 * higher than the one stored. It is trusted with the package,
 * and checked like any other.
 */
export async function installPackaged(input: PackagedInput): Promise<Result<InstalledPackage, SyncError>> {
  const manifest = await readPackagedManifest(input.files)
  if (!manifest.ok) return manifest
  const stored = await input.store.installed(manifest.value.id)
  if (!stored.ok) return stored
  const { id: bundle, generation } = manifest.value
  if (stored.value && stored.value.generation >= generation) return ok({ bundle, isNew: false })
  const incoming = { manifest: manifest.value, trust: { kind: 'package' } } as const
  const installed = await takeGeneration(input, incoming)
  return installed.ok ? ok({ bundle, isNew: true }) : installed
}
