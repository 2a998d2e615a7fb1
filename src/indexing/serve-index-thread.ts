import { type FollowedGeneration, followGeneration } from './follow-generation.ts'
import type { IndexReport, IndexRequest } from './index-request.ts'
import { type IndexSource, makeIndexes } from './make-indexes.ts'

/** The end of a channel that a thread is told through. */
export type ThreadPort = Pick<MessagePort, 'postMessage' | 'onmessage'>

/** Answers one job of the background: makes indexes, or follows a generation. Requests are served one after another. */
export function serveIndexThread(port: ThreadPort, open: () => Promise<IndexSource>): void {
  const tell = (report: IndexReport): void =>
    port.postMessage(report, report.type === 'names' ? [report.buffer] : [])
  const source = open()
  // Told where it is waited for.
  source.catch(() => undefined)
  let followed: Promise<FollowedGeneration> | undefined
  const serve = async (request: IndexRequest): Promise<void> => {
    switch (request.type) {
      case 'make':
        await makeIndexes(await source, request.wanted, tell)
        return tell({ type: 'done' })
      case 'follow':
        followed = followGeneration(await source, request.wanted, request.upcoming, tell)
        await followed
        return
      case 'lines':
        for (const block of request.blocks) (await followed)?.lines(block)
        return tell({ type: 'taken' })
      case 'complete':
        return (await followed)?.complete()
      case 'shown':
        await (await followed)?.keep()
        return tell({ type: 'done' })
    }
  }
  let last: Promise<void> = Promise.resolve()
  let hasFailed = false
  port.onmessage = ({ data }: MessageEvent<IndexRequest>) => {
    last = last
      .then(() => (hasFailed ? undefined : serve(data)))
      .catch((error: unknown) => {
        hasFailed = true
        tell({ type: 'failed', detail: error instanceof Error ? error.message : String(error) })
      })
  }
  tell({ type: 'ready' })
}
