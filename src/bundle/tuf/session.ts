import type { Result } from '../../model/result.ts'
import type { BundleError } from '../bundle-error.ts'
import type { ReadFile } from '../read-bundle.ts'
import type { StoredMetadata } from './stored-metadata.ts'
import type { Verifier } from './threshold.ts'

/** An error of the host's; `not-found` where it has no such file (404, 403 or 410), which ends the chain of roots. */
export interface HostError {
  readonly code: string
}

/** All that a refresh works with; nothing is taken from the surroundings. */
export interface Session<E extends HostError> extends Verifier {
  readonly readFile: ReadFile<E>
  /** Milliseconds since 1970 (UTC), read once: a clock that is set meanwhile changes nothing. */
  readonly now: number
}

/** What a step made of the stored metadata, and how it ended; `stored` holds whatever was accepted on the way. */
export interface Stepped<T, E> {
  readonly stored: StoredMetadata
  readonly outcome: Result<T, BundleError | E>
}
