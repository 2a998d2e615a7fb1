import type { BundleError } from '../../bundle/bundle-error.ts'
import type { Trust } from '../../bundle/open-manifest.ts'
import { type ReadFile, readBundle } from '../../bundle/read-bundle.ts'
import type { VerifiedGeneration } from '../../bundle/verify-generation.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { FileError } from './built-bundle.ts'
import type { PackedBundle } from './pack-bundle.ts'

/** Reads a packed bundle as a reader would, before a byte of it is written or published. */
export const verifyPacked = (
  { files }: PackedBundle,
  trust: Trust,
): Promise<Result<VerifiedGeneration, BundleError | FileError>> =>
  readBundle(filesInMemory(files), trust, crypto.subtle)

const filesInMemory =
  (files: ReadonlyMap<string, Uint8Array>): ReadFile<FileError> =>
  async (file) => {
    const bytes = files.get(file)
    return bytes ? ok(new Uint8Array(bytes)) : fail({ code: 'no-file', where: file, detail: 'not packed' })
  }
