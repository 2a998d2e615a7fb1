import { type EntityId, ID_PATTERN, MAX_ID_LENGTH } from '../model/ids.ts'
import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import type { ReaderCrypto } from './crypto.ts'
import type { DeltaPart } from './manifest.ts'
import { recordAt } from './read-part.ts'
import type { RecordLine } from './read-record.ts'
import { decodeText, parseStrictText } from './strict-json.ts'
import { unpackLines } from './unpack-part.ts'

/** One line of a delta: a record as it is from now on, or the id of one that is gone. */
export type DeltaChange =
  | { readonly kind: 'put'; readonly id: EntityId; readonly put: RecordLine }
  | { readonly kind: 'del'; readonly id: EntityId }

/** What stands around a record in a delta. The record's bytes are hashed as in a full part, so these are exact. */
export const PUT_OPENS = '{"put":'
export const PUT_CLOSES = '}'

const OPENS = new TextEncoder().encode(PUT_OPENS)
const CLOSES = new TextEncoder().encode(PUT_CLOSES)

/**
 * The changes of one part of a delta, from the bytes as they were sent, checked in the order of a full part: length,
 * hash, decompression, lines. Ids ascend within the part; `checkDeltaOrder` holds parts against each other.
 */
export async function readDeltaPart(
  part: DeltaPart,
  bytes: Uint8Array<ArrayBuffer>,
  crypto: ReaderCrypto,
): Promise<Result<readonly DeltaChange[], BundleError>> {
  const where = part.path
  const unpacked = await unpackLines(part, bytes, where, crypto)
  if (!unpacked.ok) return unpacked
  const changes: DeltaChange[] = []
  for (const [index, line] of unpacked.value.entries()) {
    const place = `${where}:${index + 1}`
    const change = startsWith(line, OPENS) ? readPut(line, place) : readDel(line, place)
    if (!change.ok) return change
    const before = changes.at(-1)
    if (before && before.id >= change.value.id)
      return refuse('wrong-order', place, `"${change.value.id}" stands after "${before.id}"`)
    changes.push(change.value)
  }
  if (changes.length === part.records) return ok(changes)
  return refuse('wrong-count', where, `${changes.length} changes, not ${part.records}`)
}

const startsWith = (line: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => line[index] === byte)

function readPut(line: Uint8Array, place: string): Result<DeltaChange, BundleError> {
  const end = line.length - CLOSES.length
  if (line[end] !== CLOSES[0]) return refuse('bad-record', place, 'it does not end as a put')
  const put = recordAt(line.subarray(OPENS.length, end), place)
  return put.ok ? ok({ kind: 'put', id: put.value.id, put: put.value }) : put
}

/** `{"del":"id"}` and nothing else. */
function readDel(line: Uint8Array, place: string): Result<DeltaChange, BundleError> {
  const text = decodeText(line)
  const json = text === undefined ? undefined : parseStrictText(text)
  const value = json?.ok ? (json.value as { readonly del?: unknown } | null) : null
  const id =
    value !== null && typeof value === 'object' && Object.keys(value).length === 1 ? value.del : undefined
  if (typeof id === 'string' && id.length <= MAX_ID_LENGTH && ID_PATTERN.test(id))
    return ok({ kind: 'del', id: id as EntityId })
  return refuse('bad-record', place, 'it is neither a put nor a del')
}
