import * as v from 'valibot'
import type { EntityRecord } from '../model/entity.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { endsBeforeStart } from './ends-before-start.ts'
import { MAX_RECORD_BYTES } from './limits.ts'
import { recordOf } from './record-of.ts'
import { outlineOf, type RecordOutline } from './record-outline.ts'
import { recordSchema } from './record-schema.ts'
import { scanRecord } from './scan-record.ts'
import { decodeText, type JsonErrorCode, parseStrictText } from './strict-json.ts'

/**
 * A line that passed the gate: its bytes are what is hashed, its text what is kept, unknown fields included. The record
 * is made of the text where somebody wants to see it (`recordOf`). Texts and bytes are parts of what was read with them:
 * whoever keeps one for long copies it (`ownText`).
 */
export interface RecordLine extends RecordOutline {
  readonly line: string
  /** Its bytes are `bytes[start]` to `bytes[end - 1]`: a view of its own for each line would cost as much as its hash. */
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
}

/** Why a line is no record. */
export type RecordErrorCode =
  | JsonErrorCode
  | 'too-long'
  | 'wrong-shape'
  | 'end-before-start'
  | 'source-not-carried'
  | 'duplicate-source'

/** `path` names the field, for example `statements.3.start`; it is empty where the whole line is meant. */
export interface RecordError {
  readonly code: RecordErrorCode
  readonly path: string
  readonly detail: string
}

/**
 * Reads one line of a part (without its end) as a record of schema v1. References to other entities
 * are checked by the reader of the whole bundle.
 */
export function readRecord(bytes: Uint8Array): Result<RecordLine, RecordError> {
  if (bytes.length > MAX_RECORD_BYTES)
    return refuse('too-long', '', `a record has at most ${MAX_RECORD_BYTES} bytes`)
  const line = decodeText(bytes)
  if (line === undefined) return refuse('not-utf8', '', 'the line is no UTF-8')
  const outline = scanRecord(line, bytes)
  if (outline) return ok(recordLine(outline, line, bytes))
  const record = checkText(line)
  return record.ok ? ok(recordLine(outlineOf(record.value), line, bytes)) : record
}

/** A record with its line, whose bytes stand among others. */
export const recordLine = (
  { id, aliases, facts, sources, named }: RecordOutline,
  line: string,
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
): RecordLine => ({ id, aliases, facts, sources, named, line, bytes, start, end })

/** The same for a line that passed the gate before and was kept. */
export function lineAgain(line: string): RecordLine {
  const bytes = new TextEncoder().encode(line)
  return recordLine(scanRecord(line, bytes) ?? outlineOf(recordOf(line)), line, bytes)
}

/** The full gate, in the words for what is wrong: whatever the scan does not know goes through it. */
export function checkText(line: string): Result<EntityRecord, RecordError> {
  const json = parseStrictText(line)
  return json.ok ? checkRecord(json.value) : refuse(json.error.code, '', `at offset ${json.error.offset}`)
}

/** The same for a value that is parsed already. */
export function checkRecord(value: unknown): Result<EntityRecord, RecordError> {
  const checked = v.safeParse(recordSchema, value, { abortEarly: true })
  if (!checked.success) {
    const [issue] = checked.issues
    return refuse('wrong-shape', v.getDotPath(issue) ?? '', issue.message)
  }
  // The schema transforms nothing: the value itself is the record, unknown fields included.
  const record = value as EntityRecord
  return sourceError(record) ?? dateError(record) ?? ok(record)
}

function sourceError(record: EntityRecord): Result<never, RecordError> | undefined {
  const carried = new Set(record.sources.map((source) => source.id))
  if (carried.size < record.sources.length)
    return refuse('duplicate-source', 'sources', 'two sources have one id')
  for (const list of ['statements', 'events'] as const) {
    const index = record[list].findIndex((each) => !carried.has(each.source))
    if (index >= 0)
      return refuse('source-not-carried', `${list}.${index}.source`, 'the record lacks this source')
  }
  return undefined
}

function dateError(record: EntityRecord): Result<never, RecordError> | undefined {
  const index = record.statements.findIndex(({ start, end }) => endsBeforeStart(start, end))
  if (index < 0) return undefined
  return refuse('end-before-start', `statements.${index}.end`, 'the end is before the start')
}

const refuse = (code: RecordErrorCode, path: string, detail: string): Result<never, RecordError> =>
  fail({ code, path, detail })
