/** A container whose text changed once is read again as soon as any other (milliseconds). */
const FIRST_PAUSE = 100

/** A ticker or a countdown in words costs one small reading in this many milliseconds, and no more. */
const LONGEST_PAUSE = 3_200

/** Who has been quiet for this many times the pause starts anew: it was no ticker. */
const QUIET = 4

interface Patience {
  readonly pause: number
  readonly until: number
}

/** Slows down the reading of what changes again and again, so that a ticking clock costs next to nothing. */
export interface Backoff {
  /** Milliseconds until the node may be read again; 0 or less: now. */
  readonly wait: (node: Node, now: number) => number
  /** Tells that the node's text had changed; each time in a row doubles its pause. */
  readonly changed: (node: Node, now: number) => void
}

/** Knows of no changes yet. Times are milliseconds of one clock. */
export function createBackoff(): Backoff {
  const patience = new WeakMap<Node, Patience>()
  return {
    wait: (node, now) => (patience.get(node)?.until ?? now) - now,
    changed: (node, now) => {
      const pause = nextPause(patience.get(node), now)
      patience.set(node, { pause, until: now + pause })
    },
  }
}

function nextPause(before: Patience | undefined, now: number): number {
  if (before === undefined || now - before.until > before.pause * QUIET) return FIRST_PAUSE
  return Math.min(before.pause * 2, LONGEST_PAUSE)
}
