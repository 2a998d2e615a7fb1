import { type Backoff, createBackoff } from './backoff.ts'
import { type Task, taskOf } from './changed-text.ts'
import type { Changes } from './changes.ts'
import type { Marker } from './marker.ts'
import { createMemory, forgetRemoved } from './page-memory.ts'
import { changedContainers, readPage } from './read-page.ts'
import type { Reading } from './reading.ts'
import type { AskError, PageContext } from './recogniser.ts'
import { createSlices } from './slices.ts'
import type { Watch } from './watch.ts'
import type { Work } from './work.ts'

/** How a reading ended: main-thread milliseconds of work, and why it was given up, or null. */
export interface ReadingOutcome {
  readonly spent: number
  readonly error: AskError | null
}

/** Reads a page and has it marked, as a whole or what changed. One reading at a time; rejects with the signal's reason. */
export interface Reader {
  readonly readAll: () => Promise<ReadingOutcome>
  readonly readChanges: (changes: Changes) => Promise<ReadingOutcome>
  /** The open shadow roots found so far. */
  readonly shadowRoots: () => ShadowRoot[]
}

/** What a reader works with. */
export interface ReaderOptions {
  readonly document: Document
  readonly signal: AbortSignal
  readonly marker: Marker
  readonly watch: Watch
  readonly work: Work
  /** What holds for the whole page now. */
  readonly context: () => PageContext
  /** Called after each part that was marked. */
  readonly onPart: () => void
}

/** A reader that has read nothing yet. */
export function createReader({
  document,
  signal,
  marker,
  watch,
  work,
  context,
  onPart,
}: ReaderOptions): Reader {
  const backoff = createBackoff()
  let memory = createMemory()

  const read = async ({ containers, added }: Task, isFirst: boolean): Promise<ReadingOutcome> => {
    const slices = createSlices(document, signal, work)
    const reading = newReading(added, isFirst, (root) => watch.observe(root))
    let error: AskError | null = null
    await slices.pause()
    for await (const batch of readPage(containers, memory, reading, slices)) {
      error = await marker.update(batch, context(), slices)
      if (error !== null) break
      onPart()
    }
    marker.close(reading.closed)
    const { interrupted } = reading
    if (interrupted.size > 0) watch.again({ touched: interrupted, added: interrupted }, 0)
    const now = performance.now()
    for (const container of changedContainers(memory, reading)) backoff.changed(container, now)
    return { spent: slices.end(), error }
  }

  return {
    readAll: () => {
      memory = createMemory()
      marker.startAnew()
      watch.observe(document)
      return read({ containers: [document], added: new Set() }, true)
    },
    readChanges: (changes) => {
      if (changes.removed) {
        forgetRemoved(memory)
        marker.sweep()
        onPart()
      }
      return read(postpone(taskOf(memory, changes), backoff, watch), false)
    },
    shadowRoots: () => [...memory.roots],
  }
}

const newReading = (added: Reading['added'], isFirst: boolean, onRoot: Reading['onRoot']): Reading => ({
  added,
  isFirst,
  fresh: [],
  replaced: new Map(),
  stale: [],
  interrupted: new Set(),
  closed: new Set(),
  units: 0,
  onRoot,
})

/** Puts off what changes again and again; gives what is to be read now. */
function postpone(task: Task, backoff: Backoff, watch: Watch): Task {
  const now = performance.now()
  const later = new Set<Node>(task.containers.filter((container) => backoff.wait(container, now) > 0))
  if (later.size === 0) return task
  const delay = Math.min(...[...later].map((container) => backoff.wait(container, now)))
  const added = new Set(
    [...task.added].filter(({ parentNode }) => parentNode !== null && later.has(parentNode)),
  )
  watch.again({ touched: later, added }, delay)
  return { ...task, containers: task.containers.filter((container) => !later.has(container)) }
}
