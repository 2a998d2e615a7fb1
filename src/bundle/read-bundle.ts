import { fail, type Result } from '../model/result.ts'
import type { BundleError } from './bundle-error.ts'
import type { ReaderCrypto } from './crypto.ts'
import { MAX_MANIFEST_BYTES } from './limits.ts'
import { type BundlePart, MANIFEST_FILE, type Manifest, partFile } from './manifest.ts'
import { openManifest, type Trust } from './open-manifest.ts'
import { readPart } from './read-part.ts'
import type { RecordLine } from './read-record.ts'
import { type VerifiedGeneration, verifyGeneration } from './verify-generation.ts'

/** How many bytes a file may have: a cap where its length is not known yet. */
export type ExpectedSize = { readonly atMost: number } | { readonly exactly: number }

/**
 * Gives the bytes of a file below a bundle's base, from a host, the extension package or a folder. `E` are its own
 * errors. It must stop reading once the file is longer than expected.
 */
export type ReadFile<E> = (file: string, size: ExpectedSize) => Promise<Result<Uint8Array<ArrayBuffer>, E>>

/** Fetches `bundle.json` and opens it. */
export async function readManifestFile<E>(
  readFile: ReadFile<E>,
  trust: Trust,
  crypto: ReaderCrypto,
): Promise<Result<Manifest, BundleError | E>> {
  const bytes = await readFile(MANIFEST_FILE, { atMost: MAX_MANIFEST_BYTES })
  return bytes.ok ? openManifest(bytes.value, trust, crypto) : bytes
}

/** Fetches and verifies all parts of a manifest that was opened with the same trust. */
async function readParts<E>(
  readFile: ReadFile<E>,
  manifest: Manifest,
  trust: Trust,
  crypto: ReaderCrypto,
): Promise<Result<VerifiedGeneration, BundleError | E>> {
  const lines: RecordLine[] = []
  for (const part of manifest.full) {
    const read = await readOnePart(readFile, part, crypto)
    if (!read.ok) return fail(read.error)
    for (const line of read.value) lines.push(line)
  }
  return verifyGeneration(manifest, trust, lines)
}

/** Fetches and verifies one part. */
async function readOnePart<E>(
  readFile: ReadFile<E>,
  part: BundlePart,
  crypto: ReaderCrypto,
): Promise<Result<readonly RecordLine[], BundleError | E>> {
  const bytes = await readFile(partFile(part), { exactly: part.length })
  return bytes.ok ? readPart(part, bytes.value, crypto) : bytes
}

/** Reads and verifies a whole bundle, for example the packaged one. */
export async function readBundle<E>(
  readFile: ReadFile<E>,
  trust: Trust,
  crypto: ReaderCrypto,
): Promise<Result<VerifiedGeneration, BundleError | E>> {
  const manifest = await readManifestFile(readFile, trust, crypto)
  return manifest.ok ? readParts(readFile, manifest.value, trust, crypto) : manifest
}
