import { canonicalize } from '@tufjs/canonical-json'
import { toHex } from './hex.ts'
import type { Json } from './strict-json.ts'

/** The part of WebCrypto that a reader needs: `crypto.subtle` of a browser or of Node. */
export type ReaderCrypto = Pick<SubtleCrypto, 'digest' | 'importKey' | 'verify'>

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = async (crypto: ReaderCrypto, bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(new Uint8Array(await crypto.digest('SHA-256', bytes)))

/** The bytes that are signed: OLPC canonical JSON, UTF-8. The value comes from the strict reader or was made here. */
export const canonicalBytes = (value: Json): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalize(value))
