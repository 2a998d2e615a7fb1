import type { IndexReport, WantedIndexes } from './index-request.ts'
import type { IndexThread, StartIndexThread } from './index-thread.ts'
import { type IndexSource, makeIndexes, type Tell } from './make-indexes.ts'

/** Makes indexes of `entities` and keeps them, in a thread of their own where that is worth it. */
export type MakeIndexes = (
  source: IndexSource,
  wanted: WantedIndexes,
  entities: number,
  tell: Tell,
) => Promise<void>

/**
 * From so many entities on indexes are made in a thread of their own. Fewer are done sooner than a thread is up, which takes
 * 66 to 170 milliseconds in Chromium; the packaged bundle is among them (docs/adr/0018).
 */
export const THREAD_FROM = 2_000

/**
 * Up to so many entities both indexes are made in one reading, which takes a third less time; above it one after the
 * other, because what both need while they grow would be some 400 MB for a million.
 */
export const MOST_AT_ONCE = 250_000

/** Makes indexes beside everything else where a thread can be had, and in between where none can, or where it fails. */
export const indexMaker =
  (start: StartIndexThread): MakeIndexes =>
  async (source, wanted, entities, tell) => {
    const thread = entities >= THREAD_FROM ? await start() : undefined
    if (thread && (await madeBy(thread, wanted, tell))) return
    if (thread) tell({ type: 'restart' })
    await makeIndexes(source, wanted, tell)
  }

async function madeBy({ port, gone, end }: IndexThread, wanted: WantedIndexes, tell: Tell): Promise<boolean> {
  try {
    return await new Promise<boolean>((resolve) => {
      void gone.then(() => resolve(false))
      port.onmessage = ({ data }: MessageEvent<IndexReport>) => {
        if (data.type === 'done') resolve(true)
        else if (data.type === 'failed') resolve(hasFailed(data.detail))
        else if (data.type !== 'ready' && data.type !== 'taken') tell(data)
      }
      port.postMessage({ type: 'make', wanted })
    })
  } finally {
    end()
  }
}

function hasFailed(detail: string): false {
  console.warn(`the thread of the indexes has failed: ${detail}`)
  return false
}
