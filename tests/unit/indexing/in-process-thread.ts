import type { IndexReport, IndexRequest } from '../../../src/indexing/index-request.ts'
import type { IndexThread } from '../../../src/indexing/index-thread.ts'
import type { IndexSource } from '../../../src/indexing/make-indexes.ts'
import { serveIndexThread } from '../../../src/indexing/serve-index-thread.ts'

/** A thread that can be looked into, and struck. */
export interface TestThread {
  readonly start: () => Promise<IndexThread>
  /** What was asked of it and what it told, in order. */
  readonly requests: IndexRequest['type'][]
  readonly reports: IndexReport['type'][]
  readonly isEnded: () => boolean
  /** It dies: nothing is heard of it any more. */
  readonly die: () => void
  /** Requests are heard from now on; before, they wait. */
  readonly wake: () => void
}

/**
 * Serves as a worker does, over a real channel, and shares the test's thread. `asleep`: it hears nothing before it is woken.
 */
export function inProcessThread(source: IndexSource, { asleep = false } = {}): TestThread {
  const { port1, port2 } = new MessageChannel()
  const gone = Promise.withResolvers<void>()
  const awake = Promise.withResolvers<void>()
  if (!asleep) awake.resolve()
  const [requests, reports]: [IndexRequest['type'][], IndexReport['type'][]] = [[], []]
  let [isEnded, isDead] = [false, false]
  const inside = {
    onmessage: null as ((event: MessageEvent<IndexRequest>) => void) | null,
    postMessage: (report: IndexReport, given: Transferable[] = []) => {
      if (isDead || isEnded) return
      reports.push(report.type)
      port2.postMessage(report, given)
    },
  }
  serveIndexThread(inside as MessagePort, async () => source)
  port2.onmessage = (event: MessageEvent<IndexRequest>) => {
    requests.push(event.data.type)
    void awake.promise.then(() => inside.onmessage?.(event))
  }
  const end = () => {
    isEnded = true
    port1.close()
    gone.resolve()
  }
  return {
    start: async () => ({ port: port1, gone: gone.promise, end }),
    requests,
    reports,
    isEnded: () => isEnded,
    die: () => {
      isDead = true
      gone.resolve()
    },
    wake: awake.resolve,
  }
}
