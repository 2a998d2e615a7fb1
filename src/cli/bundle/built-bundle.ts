import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundleError } from '../../bundle/bundle-error.ts'
import { MANIFEST_FILE } from '../../bundle/manifest.ts'
import { readEnvelope, type Trust } from '../../bundle/open-manifest.ts'
import { keyIdOf } from '../../bundle/public-key.ts'
import { type ExpectedSize, type ReadFile, readBundle } from '../../bundle/read-bundle.ts'
import type { VerifiedGeneration } from '../../bundle/verify-generation.ts'
import { fail, ok, type Result } from '../../model/result.ts'

/** A file of a built bundle that cannot be read. */
export interface FileError {
  readonly code: 'no-file' | 'too-large'
  readonly where: string
  readonly detail: string
}

/**
 * Reads and verifies a bundle that was built into a folder. Without a pinned key the folder itself is
 * believed, as it is one's own; hashes, counts, schema and references are checked all the same.
 */
export const readBuiltBundle = (
  folder: string,
  trust: Trust = { kind: 'package' },
): Promise<Result<VerifiedGeneration, BundleError | FileError>> =>
  readBundle(folderFiles(folder), trust, crypto.subtle)

/** The key that signed a built bundle, in hexadecimal; undefined where it is unsigned or cannot be read. */
export async function signerOf(folder: string): Promise<string | undefined> {
  const bytes = await folderFiles(folder)(MANIFEST_FILE, { atMost: Number.MAX_SAFE_INTEGER })
  const envelope = bytes.ok ? readEnvelope(bytes.value) : bytes
  if (!envelope.ok) return undefined
  const signed = new Set(envelope.value.signatures.map((each) => each.keyid))
  const ids = await Promise.all(envelope.value.keys.map((key) => keyIdOf(crypto.subtle, key)))
  return ids.find((id) => signed.has(id))
}

/** The files below a folder. */
const folderFiles =
  (folder: string): ReadFile<FileError> =>
  async (file, size) => {
    const path = join(folder, file)
    try {
      const { size: bytes } = await stat(path)
      if (bytes > most(size)) return fail({ code: 'too-large', where: path, detail: `${bytes} bytes` })
      return ok(new Uint8Array(await readFile(path)))
    } catch (error) {
      return fail({
        code: 'no-file',
        where: path,
        detail: error instanceof Error ? error.message : String(error),
      })
    }
  }

/** One byte more than expected may be read: a wrong length is then told as what it is. */
const most = (size: ExpectedSize): number => ('exactly' in size ? size.exactly + 1 : size.atMost)
