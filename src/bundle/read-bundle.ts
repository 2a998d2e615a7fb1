import { fail, type Result } from '../model/result.ts'
import type { BundleError } from './bundle-error.ts'
import type { ReaderCrypto } from './crypto.ts'
import { MAX_MANIFEST_BYTES } from './limits.ts'
import { MANIFEST_FILE, type Manifest, partTarget } from './manifest.ts'
import { openPackagedManifest } from './open-packaged-manifest.ts'
import { readPart } from './read-part.ts'
import type { RecordLine } from './read-record.ts'
import type { Trust } from './trust.ts'
import { type VerifiedGeneration, verifyGeneration } from './verify-generation.ts'

/** How many bytes a file may have: a cap where its length is not known yet. */
export type ExpectedSize = { readonly atMost: number } | { readonly exactly: number }

/**
 * Gives the bytes of a file below a bundle's base, from a host, the extension package or a folder. `E` are its own
 * errors. It must stop reading once the file is longer than expected.
 */
export type ReadFile<E> = (file: string, size: ExpectedSize) => Promise<Result<Uint8Array<ArrayBuffer>, E>>

/** Reads the manifest of the bundle in the extension package. */
export async function readPackagedManifest<E>(
  readFile: ReadFile<E>,
): Promise<Result<Manifest, BundleError | E>> {
  const bytes = await readFile(MANIFEST_FILE, { atMost: MAX_MANIFEST_BYTES })
  return bytes.ok ? openPackagedManifest(bytes.value) : bytes
}

/** Reads and verifies the whole bundle in the extension package. */
export async function readPackaged<E>(
  readFile: ReadFile<E>,
  crypto: ReaderCrypto,
): Promise<Result<VerifiedGeneration, BundleError | E>> {
  const manifest = await readPackagedManifest(readFile)
  return manifest.ok ? readParts(readFile, manifest.value, { kind: 'package' }, crypto) : manifest
}

/** Reads and verifies all parts of a manifest that is trusted already, and holds them in memory. */
export async function readParts<E>(
  readFile: ReadFile<E>,
  manifest: Manifest,
  trust: Trust,
  crypto: ReaderCrypto,
): Promise<Result<VerifiedGeneration, BundleError | E>> {
  const lines: RecordLine[] = []
  for (const part of manifest.full) {
    const bytes = await readFile(partTarget(part), { exactly: part.length })
    const read = bytes.ok ? await readPart(part, bytes.value, crypto) : bytes
    if (!read.ok) return fail(read.error)
    for (const line of read.value) lines.push(line)
  }
  return verifyGeneration(manifest, trust, lines)
}
