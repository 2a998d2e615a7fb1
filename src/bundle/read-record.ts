import * as v from 'valibot'
import type { EntityRecord } from '../model/entity.ts'
import { spanOf } from '../model/partial-date.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { MAX_RECORD_BYTES } from './limits.ts'
import { recordSchema } from './record-schema.ts'
import { decodeText, type JsonErrorCode, parseStrictText } from './strict-json.ts'

/** A record and the line it was read from: what was hashed is what is kept, unknown fields included. */
export interface RecordLine {
  readonly line: string
  readonly record: EntityRecord
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
  const json = parseStrictText(line)
  if (!json.ok) return refuse(json.error.code, '', `at offset ${json.error.offset}`)
  const record = checkRecord(json.value)
  return record.ok ? ok({ line, record: record.value }) : record
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

/** Whether an end lies wholly before the start; dates that are absent or unreadable decide nothing. */
export function endsBeforeStart(start: string | undefined, end: string | undefined): boolean {
  const first = spanOf(start)
  const last = spanOf(end)
  return first !== undefined && last !== undefined && last.last < first.first
}

const refuse = (code: RecordErrorCode, path: string, detail: string): Result<never, RecordError> =>
  fail({ code, path, detail })
