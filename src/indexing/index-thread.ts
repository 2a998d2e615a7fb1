import type { ThreadPort } from './serve-index-thread.ts'

/** A thread that makes indexes, at the other end of a channel. It does one job; whoever started it ends it. */
export interface IndexThread {
  readonly port: ThreadPort
  /** Resolves when the thread is no more, however that came. */
  readonly gone: Promise<unknown>
  readonly end: () => void
}

/** Starts a thread; undefined where the browser gives none. */
export type StartIndexThread = () => Promise<IndexThread | undefined>

/** The part of `navigator.locks` that is needed: the browser gives a lock back when its holder dies. */
type Locks = Pick<LockManager, 'request'>

/** Who starts a script that calls `joinIndexThread` with this end of the channel and this name. */
export type Spawn = (port: MessagePort, name: string) => Promise<void>

/** So long a thread may take until it hears, in milliseconds; then its work is done without it. */
const READY_WITHIN = 10_000

/** The name of the lock that the thread holds while it lives. */
export const lifeOf = (name: string): string => `${name} lives`

/**
 * Starts a thread. No channel tells when its other end dies, so each side holds a lock and waits for the other's: a thread
 * whose background was ended closes itself, and a background whose thread has crashed does the work without it.
 */
export async function startIndexThread(spawn: Spawn, locks: Locks): Promise<IndexThread | undefined> {
  const name = `index-thread ${crypto.randomUUID()}`
  const end = await held(locks, name)
  const { port1: port, port2 } = new MessageChannel()
  const ready = new Promise<boolean>((resolve, reject) => {
    port.onmessage = () => resolve(true)
    // Whatever it waits for: an update waits for its thread, and must not wait for ever.
    setTimeout(() => resolve(false), READY_WITHIN)
    spawn(port2, name).catch(reject)
  })
  if (await ready.catch(notStarted)) return { port, gone: locks.request(lifeOf(name), () => undefined), end }
  end()
  return undefined
}

function notStarted(error: unknown): false {
  console.warn(error)
  return false
}

/** Takes a lock, and gives what gives it back. */
export const held = (locks: Locks, name: string): Promise<() => void> =>
  new Promise((resolve, reject) => {
    locks.request(name, () => new Promise<void>((release) => resolve(release))).catch(reject)
  })
