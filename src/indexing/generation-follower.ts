import type { Follower } from '../bundle/follower.ts'
import type { IndexReport, IndexRequest, UpcomingGeneration, WantedIndexes } from './index-request.ts'
import type { StartIndexThread } from './index-thread.ts'
import type { Tell } from './make-indexes.ts'

/** A generation that a thread follows, as the background sees it. */
export interface FollowedInThread {
  readonly follower: Follower
  /** Resolves when the indexes are kept, or will not be: then they are made afterwards. */
  readonly settled: Promise<void>
}

/** Bytes given at a time, some eight hundred records. */
const GIVEN_BYTES = 512 * 1024
/** Messages that wait for the thread, 4 MiB: a million entities may come faster than they are indexed. */
const MOST_UNTAKEN = 8

/** Has a thread make the indexes of a generation while it comes in. Where the thread fails nothing else does. */
export function followInThread(
  start: StartIndexThread,
  job: { readonly wanted: WantedIndexes; readonly upcoming: UpcomingGeneration },
  tell: Tell,
): FollowedInThread {
  const starting = start().catch(() => undefined)
  let [untaken, isOver] = [0, false]
  let [blocks, size]: [Uint8Array<ArrayBuffer>[], number] = [[], 0]
  let goOn: () => void = () => undefined
  const { promise: settled, resolve: settle } = Promise.withResolvers<void>()
  const over = (): void => {
    isOver = true
    goOn()
    settle()
    void starting.then((thread) => thread?.end())
  }
  const hear = ({ data }: MessageEvent<IndexReport>): void => {
    if (data.type === 'taken') {
      untaken -= 1
      goOn()
    } else if (data.type === 'done' || data.type === 'failed') {
      if (data.type === 'failed') console.warn(`indexes are made afterwards: ${data.detail}`)
      over()
    } else if (data.type !== 'ready') tell(data)
  }
  const send = async (request: IndexRequest, given: Transferable[] = []): Promise<void> => {
    const thread = await starting
    if (!isOver) thread?.port.postMessage(request, given)
  }
  void starting.then((thread) => {
    if (!thread) return over()
    thread.port.onmessage = hear
    void thread.gone.then(over)
  })
  void send({ type: 'follow', ...job })
  const give = (): void => {
    untaken += 1
    const given = blocks
    ;[blocks, size] = [[], 0]
    const buffers = given.map(({ buffer }) => buffer)
    void send({ type: 'lines', blocks: given }, buffers)
  }
  const room = async (): Promise<void> => {
    while (untaken > MOST_UNTAKEN && !isOver)
      await new Promise<void>((resolve) => {
        goOn = resolve
      })
  }
  const follower: Follower = {
    lines: (bytes) => {
      if (isOver) return undefined
      blocks.push(bytes.slice())
      size += bytes.length
      if (size < GIVEN_BYTES) return undefined
      give()
      return room()
    },
    complete: () => {
      give()
      void send({ type: 'complete' })
    },
    end: (isShown) => {
      if (isShown) void send({ type: 'shown' })
      else over()
    },
  }
  return { follower, settled }
}
