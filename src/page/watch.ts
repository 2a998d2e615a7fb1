import { type Changes, everything, hasChanges, noChanges, note, OBSERVED, sizeOf } from './changes.ts'
import { plain } from './plain.ts'
import { createPostponed, type Postponable } from './postponed.ts'

/** Watches a page until its signal ends. */
export interface Watch {
  /** Watches one more tree: the document, or a shadow root. */
  readonly observe: (root: Node) => void
  /** Reports the same again, after some milliseconds. */
  readonly again: (changes: Postponable, delay: number) => void
}

/** Changes are gathered this long (milliseconds): a frame or two of a page that renders, and far below notice. */
const SHORTEST_PAUSE = 100

/** Even after a very long reading the page is looked at again within this time (milliseconds). */
const LONGEST_PAUSE = 5_000

/** Pause per time worked: whatever a page does, it loses at most a twentieth of its main thread to us. */
const PAUSE_PER_WORK = 19

/** So many changed nodes at once are no detail any more: the whole page is read anew, and nothing piles up. */
const MAX_NODES = 10_000

/** How long an idle moment is waited for (milliseconds). */
const IDLE_TIMEOUT = 200

/**
 * Gathers changes and reports them in idle time. `onChanges` returns the main-thread milliseconds that it
 * took; the next report waits for it, and nineteen times as long.
 */
export function watchPage(
  document: Document,
  signal: AbortSignal,
  onChanges: (changes: Changes) => Promise<number>,
): Watch {
  let changes = noChanges()
  let isWaiting = false
  let notBefore = 0

  const report = async (): Promise<void> => {
    const reported = changes
    changes = noChanges()
    const spent = signal.aborted ? 0 : await onChanges(reported)
    notBefore = performance.now() + Math.min(spent * PAUSE_PER_WORK, LONGEST_PAUSE)
    isWaiting = false
    if (hasChanges(changes)) schedule()
  }

  const schedule = (): void => {
    if (isWaiting || signal.aborted) return
    isWaiting = true
    const pause = Math.max(SHORTEST_PAUSE, notBefore - performance.now())
    setTimeout(() => requestIdleCallback(() => void report(), { timeout: IDLE_TIMEOUT }), pause)
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) note(changes, record)
    if (sizeOf(changes) > MAX_NODES) changes = everything(document)
    if (hasChanges(changes)) schedule()
  })
  signal.addEventListener('abort', () => observer.disconnect())

  const again = createPostponed(({ touched, added }) => {
    for (const node of touched) changes.touched.add(node)
    for (const node of added) changes.added.add(node)
    schedule()
  })
  const restyle = (): void => {
    changes.restyled.add(plain(document, 'documentElement'))
    schedule()
  }
  // Late style sheets and fonts show text without any mutation.
  plain(document, 'defaultView')?.addEventListener('load', restyle, { signal })
  return { observe: (root) => observer.observe(root, OBSERVED), again }
}
