import { fail, type Result } from '../model/result.ts'
import type { BundleErrorCode, SyncError } from '../model/sync-error.ts'

/** Why a bundle was refused, and where: a file of it, with the record where there is one. */
export type BundleError = SyncError<BundleErrorCode>

/** Refuses a bundle. */
export const refuse = (code: BundleErrorCode, where: string, detail: string): Result<never, BundleError> =>
  fail({ code, where, detail })
