/** How long one file may take, in milliseconds: `idle` without a byte, `total` in all. */
export interface Timeouts {
  readonly idle: number
  readonly total: number
}

/** A part of 4 MiB in two minutes is 35 kB a second: slower hosts keep a reader busy to no end. */
export const DEFAULT_TIMEOUTS: Timeouts = { idle: 20_000, total: 120_000 }

/** Aborts its signal when a file takes too long, or when the outer signal aborts. */
export interface Deadline {
  readonly signal: AbortSignal
  /** A byte has come: the idle time begins anew. */
  extend(): void
  /** The file is done: nothing aborts any more. */
  end(): void
}

/** Starts the time of one file. */
export function startDeadline(outer: AbortSignal, { idle, total }: Timeouts): Deadline {
  const own = new AbortController()
  const expire = () => own.abort(new DOMException('The host is too slow', 'TimeoutError'))
  const whole = setTimeout(expire, total)
  let silence = setTimeout(expire, idle)
  return {
    signal: AbortSignal.any([outer, own.signal]),
    extend: () => {
      clearTimeout(silence)
      silence = setTimeout(expire, idle)
    },
    end: () => {
      clearTimeout(whole)
      clearTimeout(silence)
    },
  }
}
