import * as v from 'valibot'
import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { MAX_MANIFEST_BYTES } from './limits.ts'
import { MANIFEST_FILE, READER_VERSION } from './manifest.ts'
import { type Json, parseStrictJson } from './strict-json.ts'

/**
 * Reads the bytes of a `bundle.json` as strict JSON of a shape. The schema transforms nothing: what is given is the
 * parsed value itself, fields that this version does not know included.
 */
export function parseManifest(
  bytes: Uint8Array,
  schema: v.GenericSchema<unknown>,
): Result<Json, BundleError> {
  if (bytes.length > MAX_MANIFEST_BYTES)
    return refuse('too-large', MANIFEST_FILE, `over ${MAX_MANIFEST_BYTES} bytes`)
  const json = parseStrictJson(bytes)
  if (!json.ok) return refuse('not-json', MANIFEST_FILE, `${json.error.code} at offset ${json.error.offset}`)
  const old = readerTooOld(json.value)
  if (old) return old
  const checked = v.safeParse(schema, json.value, { abortEarly: true })
  if (checked.success) return ok(json.value)
  const [issue] = checked.issues
  return refuse('wrong-shape', MANIFEST_FILE, `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
}

/** Asked before the shape: a later format may have another one, and then this is the better answer. */
function readerTooOld(value: unknown): Result<never, BundleError> | undefined {
  const minReader = (value as { readonly minReader?: unknown } | null)?.minReader
  if (typeof minReader !== 'number' || minReader <= READER_VERSION) return undefined
  return refuse('reader-too-old', MANIFEST_FILE, `it asks for reader ${minReader}, this is ${READER_VERSION}`)
}
