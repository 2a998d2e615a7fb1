import type { Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'

/** The refusal of metadata that has expired at `now`. The instant itself is too late already. */
export const expired = (
  { expires }: { readonly expires: string },
  now: number,
  where: string,
): Result<never, BundleError> | undefined =>
  // A clock that gives no number must not make everything valid.
  now < Date.parse(expires) ? undefined : refuse('expired', where, `on ${expires}`)
