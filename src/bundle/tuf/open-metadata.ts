import * as v from 'valibot'
import { ok, type Result } from '../../model/result.ts'
import { type BundleError, refuse } from '../bundle-error.ts'
import { parseStrictJson } from '../strict-json.ts'
import type { Metadata, MetadataSignature, SignedTypes, TopRole } from './metadata.ts'
import { metadataSchema, SIGNED_SCHEMAS } from './metadata-schema.ts'

/**
 * Reads a metadata file of a type. It says nothing about trust: the signatures are checked by whoever knows the keys.
 * `where` names the file in errors.
 */
export function openMetadata<R extends TopRole>(
  type: R,
  bytes: Uint8Array<ArrayBuffer>,
  where: string,
): Result<Metadata<SignedTypes[R]>, BundleError> {
  const json = parseStrictJson(bytes)
  if (!json.ok) return refuse('not-json', where, `${json.error.code} at offset ${json.error.offset}`)
  const envelope = v.safeParse(metadataSchema, json.value, { abortEarly: true })
  if (!envelope.success) return misshapen(where, '', envelope.issues[0])
  const { signed, signatures } = json.value as unknown as {
    signed: Metadata<SignedTypes[R]>['raw']
    signatures: readonly MetadataSignature[]
  }
  const checked = v.safeParse(SIGNED_SCHEMAS[type], signed, { abortEarly: true })
  if (!checked.success) return misshapen(where, 'signed.', checked.issues[0])
  // The schemas transform nothing: the parsed value itself is what was signed.
  return ok({ signed: signed as unknown as SignedTypes[R], raw: signed, signatures, bytes })
}

const misshapen = (where: string, prefix: string, issue: v.BaseIssue<unknown>): Result<never, BundleError> =>
  refuse('wrong-shape', where, `${prefix}${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
