/** Why a request came to nothing, in the words of the system: Node's own message says only that it did. */
export function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'none came in time'
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
