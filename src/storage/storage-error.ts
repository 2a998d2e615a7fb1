import { fail, ok, type Result } from '../model/result.ts'
import type { StorageErrorCode, SyncError } from '../model/sync-error.ts'

/** Why the database could not do what was asked. `where` names the operation. */
export type StorageError = SyncError<StorageErrorCode>

/** Thrown inside a transaction to leave it without a change; `guarded` turns it into a result. */
export class StorageRefusal extends Error {
  readonly code: StorageErrorCode
  constructor(code: StorageErrorCode, detail: string) {
    super(detail)
    this.code = code
  }
}

const CODES: Readonly<Record<string, StorageErrorCode>> = {
  OpenFailedError: 'storage-unavailable',
  MissingAPIError: 'storage-unavailable',
  DatabaseClosedError: 'storage-unavailable',
  InvalidStateError: 'storage-unavailable',
  SecurityError: 'storage-unavailable',
  QuotaExceededError: 'storage-full',
}

/** Runs a database operation; whatever it throws becomes a typed error. */
export async function guarded<T>(
  where: string,
  operation: () => PromiseLike<T>,
): Promise<Result<T, StorageError>> {
  try {
    return ok(await operation())
  } catch (error) {
    return fail({ code: codeOf(error), where, detail: detailOf(error) })
  }
}

function codeOf(error: unknown): StorageErrorCode {
  if (error instanceof StorageRefusal) return error.code
  return namesOf(error).flatMap((name) => CODES[name] ?? [])[0] ?? 'storage-failed'
}

/** Errors after which the database may be whole and only the handle on it gone. */
const LOSSES: ReadonlySet<string> = new Set([
  'UnknownError',
  'InvalidStateError',
  'DatabaseClosedError',
  'TransactionInactiveError',
])

/** Whether an error says that the connection to the database is lost, or may be: worth opening it again. */
export const isConnectionLoss = (error: unknown): boolean =>
  namesOf(error).some((name) => LOSSES.has(name)) ||
  (error instanceof Error && /connection to indexed ?database server lost/i.test(error.message)) ||
  (error instanceof StorageRefusal && error.code === 'storage-failed')

/** The browser's own error is inside the database library's: a full disk aborts the transaction. */
function namesOf(error: unknown): string[] {
  const names: string[] = []
  for (let each: unknown = error; each instanceof Error || each instanceof DOMException; each = innerOf(each))
    names.push(each.name)
  return names
}

const innerOf = (error: unknown): unknown => (error as { inner?: unknown }).inner

/** With the browser's own name of the error, which says more than the sentence of the library around it. */
function detailOf(error: unknown): string {
  if (error instanceof StorageRefusal) return error.message
  const message = error instanceof Error ? error.message : String(error)
  return [...namesOf(error).slice(-1), message].join(': ')
}
