import * as v from 'valibot'
import { fail, ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { canonicalBytes, type ReaderCrypto } from './crypto.ts'
import { MAX_MANIFEST_BYTES } from './limits.ts'
import { type Envelope, MANIFEST_FILE, type Manifest, READER_VERSION } from './manifest.ts'
import { envelopeSchema, manifestSchema } from './manifest-schema.ts'
import { keyIdOf, verifySignature } from './public-key.ts'
import { parseStrictJson } from './strict-json.ts'

/** Why a bundle is believed: it came inside the signed extension package, or a pinned key signed it. */
export type Trust = { readonly kind: 'package' } | { readonly kind: 'key'; readonly keyId: string }

/**
 * Reads `bundle.json` and says whether it may be believed. The signature is checked before the
 * content is looked at; whether the generation is new enough is for the caller to judge.
 */
export async function openManifest(
  bytes: Uint8Array,
  trust: Trust,
  crypto: ReaderCrypto,
): Promise<Result<Manifest, BundleError>> {
  const envelope = readEnvelope(bytes)
  if (!envelope.ok) return envelope
  if (trust.kind === 'key') {
    const distrust = await distrustOf(envelope.value, trust.keyId, crypto)
    if (distrust) return fail(distrust)
  }
  return readManifest(envelope.value.signed)
}

/** The shape of `bundle.json`, nothing more. */
export function readEnvelope(bytes: Uint8Array): Result<Envelope, BundleError> {
  if (bytes.length > MAX_MANIFEST_BYTES)
    return refuse('too-large', MANIFEST_FILE, `over ${MAX_MANIFEST_BYTES} bytes`)
  const json = parseStrictJson(bytes)
  if (!json.ok) return refuse('not-json', MANIFEST_FILE, `${json.error.code} at offset ${json.error.offset}`)
  const checked = v.safeParse(envelopeSchema, json.value, { abortEarly: true })
  // The schema transforms nothing: the parsed value itself is what was signed.
  return checked.success ? ok(json.value as unknown as Envelope) : misshapen(checked.issues[0])
}

async function distrustOf(
  envelope: Envelope,
  keyId: string,
  crypto: ReaderCrypto,
): Promise<BundleError | undefined> {
  const signature = envelope.signatures.find((each) => each.keyid === keyId)
  const ids = await Promise.all(envelope.keys.map((key) => keyIdOf(crypto, key)))
  const key = envelope.keys[ids.indexOf(keyId)]
  if (!signature || !key)
    return { code: 'wrong-key', where: MANIFEST_FILE, detail: `no signature by ${keyId}` }
  const sound = await verifySignature(crypto, key, signature.sig, canonicalBytes(envelope.signed))
  return sound ? undefined : { code: 'bad-signature', where: MANIFEST_FILE, detail: `signature by ${keyId}` }
}

function readManifest(signed: unknown): Result<Manifest, BundleError> {
  const { minReader } = signed as { minReader?: unknown }
  // Asked before the shape: a later format may have another one, and then this is the better answer.
  if (typeof minReader === 'number' && minReader > READER_VERSION) {
    return refuse(
      'reader-too-old',
      MANIFEST_FILE,
      `it asks for reader ${minReader}, this is ${READER_VERSION}`,
    )
  }
  const checked = v.safeParse(manifestSchema, signed, { abortEarly: true })
  return checked.success ? ok(signed as Manifest) : misshapen(checked.issues[0])
}

const misshapen = (issue: v.BaseIssue<unknown>): Result<never, BundleError> =>
  refuse('wrong-shape', MANIFEST_FILE, `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
