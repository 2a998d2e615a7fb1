import { isElement } from './nodes.ts'

/** What happened to a page since the last report. */
export interface Changes {
  /** Nodes whose text or children changed. */
  readonly touched: Set<Node>
  /** Elements that were put into the document. */
  readonly added: Set<Node>
  /** Whether any node left its place. */
  removed: boolean
  /** Elements with a change that may show or hide text, their own or others'. */
  readonly restyled: Set<Element>
}

/** Watches a page until its signal ends. */
export interface Watch {
  /** Watches one more tree: the document, or a shadow root. */
  observe(root: Node): void
  /** Reports the same again, after some milliseconds. */
  again(changes: Pick<Changes, 'touched' | 'added'>, delay: number): void
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

const RESTYLING = new Set(['class', 'style', 'hidden', 'open'])

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...RESTYLING, 'contenteditable', 'role', 'lang', 'slot'],
}

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

  const again: Watch['again'] = ({ touched, added }, delay) => {
    setTimeout(() => {
      for (const node of touched) changes.touched.add(node)
      for (const node of added) changes.added.add(node)
      schedule()
    }, delay)
  }
  const restyle = (): void => {
    changes.restyled.add(document.documentElement)
    schedule()
  }
  // Late style sheets and fonts show text without any mutation.
  document.defaultView?.addEventListener('load', restyle, { signal })
  return { observe: (root) => observer.observe(root, OBSERVED), again }
}

const noChanges = (): Changes => ({
  touched: new Set(),
  added: new Set(),
  removed: false,
  restyled: new Set(),
})

const everything = (document: Document): Changes => ({
  touched: new Set([document]),
  added: new Set([document]),
  removed: true,
  restyled: new Set(),
})

const sizeOf = ({ touched, added, restyled }: Changes): number => touched.size + added.size + restyled.size

const hasChanges = (changes: Changes): boolean => changes.removed || sizeOf(changes) > 0

function note(
  changes: Changes,
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
): void {
  if (type === 'attributes') noteAttribute(changes, target, attributeName ?? '')
  else changes.touched.add(target)
  if (removedNodes.length > 0) changes.removed = true
  for (const node of addedNodes) if (isElement(node)) changes.added.add(node)
}

/** An element that becomes an editor, or changes its language, is read anew as a part of its parent. */
function noteAttribute(changes: Changes, target: Node, name: string): void {
  if (!isElement(target)) return
  if (RESTYLING.has(name)) changes.restyled.add(target)
  else {
    changes.added.add(target)
    if (target.parentNode !== null) changes.touched.add(target.parentNode)
  }
}
