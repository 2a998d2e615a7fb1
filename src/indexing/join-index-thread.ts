import { makeSearch } from '../search/make-search.ts'
import { openDatabase } from '../storage/database.ts'
import { IndexedDbLookup } from '../storage/indexeddb-lookup.ts'
import { held, lifeOf } from './index-thread.ts'
import type { IndexSource } from './make-indexes.ts'
import { serveIndexThread } from './serve-index-thread.ts'

/** What a worker is sent first, with the end of a channel. */
export interface JoinMessage {
  /** The name that the background gave the thread (`startIndexThread`). */
  readonly name: string
}

/** Makes a worker an index thread, once it is sent a channel; it closes itself when the background lets go of it. */
export function joinIndexThread(database?: string): void {
  addEventListener(
    'message',
    ({ data, ports }: MessageEvent<JoinMessage>) => void join(data, ports[0], database),
    {
      once: true,
    },
  )
}

async function join({ name }: JoinMessage, port: MessagePort | undefined, database?: string): Promise<void> {
  if (!port) return
  const { locks } = navigator
  await held(locks, lifeOf(name))
  void locks.request(name, () => close())
  serveIndexThread(port, () => openSource(database))
}

async function openSource(name?: string): Promise<IndexSource> {
  const opened = await openDatabase(name)
  if (!opened.ok) throw new Error(opened.error.detail)
  return { database: opened.value, lookup: new IndexedDbLookup(opened.value, makeSearch) }
}
