import type { ReaderCrypto } from '../crypto.ts'

/** Whether a signature (hexadecimal) over bytes was made with the public half of a key; false for what cannot be read. */
export type VerifyScheme = (
  crypto: ReaderCrypto,
  publicKey: string,
  signature: string,
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<boolean>
