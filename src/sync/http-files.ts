import { joinBytes } from '../bundle/join-bytes.ts'
import type { ExpectedSize, ReadFile } from '../bundle/read-bundle.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { SyncError, SyncErrorCode } from '../model/sync-error.ts'
import { type Deadline, startDeadline, type Timeouts } from './deadline.ts'

/** The browser's `fetch`, or a test's. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** A host that serves one bundle. */
export interface Host {
  /** The bundle's base address; ends in a slash. */
  readonly base: string
  readonly fetch: Fetch
  readonly signal: AbortSignal
  readonly timeouts: Timeouts
  /** Told the bytes of the file so far after each piece. */
  readonly onBytes?: (file: string, received: number) => void
}

/** Nothing that could tell one reader from another: no cookie, no referrer, no condition, no redirect. */
const ANONYMOUS: RequestInit = {
  method: 'GET',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
}

/** The files of a bundle on a host. Reading stops at the first byte too many. */
export const httpFiles =
  (host: Host): ReadFile<SyncError> =>
  async (file, size) => {
    const deadline = startDeadline(host.signal, host.timeouts)
    try {
      const response = await host.fetch(host.base + file, { ...ANONYMOUS, signal: deadline.signal })
      return response.ok
        ? await readBody(host, file, size, response, deadline)
        : refuseStatus(file, response.status)
    } catch (error) {
      return refuse(
        failureOf(host.signal, deadline),
        file,
        error instanceof Error ? error.message : String(error),
      )
    } finally {
      deadline.end()
    }
  }

async function readBody(
  host: Host,
  file: string,
  size: ExpectedSize,
  response: Response,
  deadline: Deadline,
): Promise<Result<Uint8Array<ArrayBuffer>, SyncError>> {
  const most = 'exactly' in size ? size.exactly : size.atMost
  const pieces: Uint8Array[] = []
  let received = 0
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    deadline.extend()
    received += next.value.length
    if (received > most) {
      await reader?.cancel()
      return refuse('exactly' in size ? 'wrong-length' : 'too-large', file, `more than ${most} bytes`)
    }
    pieces.push(next.value)
    host.onBytes?.(file, received)
  }
  if ('exactly' in size && received < most)
    return refuse('wrong-length', file, `${received} bytes, not ${most}`)
  return ok(joinBytes(pieces))
}

/** Object stores answer 403 for a missing file where listing is not allowed. */
const refuseStatus = (file: string, status: number): Result<never, SyncError> =>
  refuse(
    status === 404 || status === 403 || status === 410 ? 'not-found' : 'http-error',
    file,
    `status ${status}`,
  )

function failureOf(signal: AbortSignal, deadline: Deadline): SyncErrorCode {
  if (signal.aborted) return 'cancelled'
  return deadline.signal.aborted ? 'too-slow' : 'unreachable'
}

const refuse = (code: SyncErrorCode, where: string, detail: string): Result<never, SyncError> =>
  fail({ code, where, detail })
