import { readAtMost } from '../../read-at-most.ts'

/** How long one answer may take, in milliseconds. */
const PATIENCE = 20_000

/** More than any file of a bundle has; what is longer is none. */
const MOST_BYTES = 8 * 1024 * 1024

/** How a host answered for one file. */
export interface Answer {
  readonly file: string
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Why there was no answer, in the words of the system. */
export interface NoAnswer {
  readonly file: string
  readonly reason: string
}

export const isAnswer = (asked: Answer | NoAnswer): asked is Answer => 'status' in asked

/** Asks for a file as a reader would, from another origin and without following where it is sent. */
export async function askHost(base: string, file: string): Promise<Answer | NoAnswer> {
  try {
    const response = await fetch(base + file, {
      redirect: 'manual',
      headers: { Origin: 'https://reader.invalid', 'Accept-Encoding': 'gzip' },
      signal: AbortSignal.timeout(PATIENCE),
    })
    const bytes = await readAtMost(response, MOST_BYTES)
    if (!bytes) return { file, reason: `more than ${MOST_BYTES} bytes` }
    return { file, status: response.status, headers: response.headers, bytes }
  } catch (error) {
    return { file, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `none within ${PATIENCE / 1_000} seconds`
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
