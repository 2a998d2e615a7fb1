import { type Profile, READER_PROFILE } from '../../bundle/tuf/profile.ts'
import { verifyEcdsa, verifyRsaPss } from './schemes.ts'

/**
 * What the adapter accepts beyond the reader: every scheme and hash of the TUF specification, and metadata without
 * what TUF leaves optional. Repositories of others are larger than bundles: the caps are those of other clients.
 */
export const CONFORMANCE_PROFILE: Profile = {
  ...READER_PROFILE,
  schemes: new Map([
    ...READER_PROFILE.schemes,
    ['ecdsa/ecdsa-sha2-nistp256', verifyEcdsa],
    // How older repositories called the same.
    ['ecdsa-sha2-nistp256/ecdsa-sha2-nistp256', verifyEcdsa],
    ['rsa/rsassa-pss-sha256', verifyRsaPss],
  ]),
  hashes: new Map([...READER_PROFILE.hashes, ['sha512', 'SHA-512']]),
  strict: false,
  caps: { root: 512_000, timestamp: 16_384, snapshot: 2_000_000, targets: 5_000_000 },
}
