/** The part of `navigator.locks` that is needed; a browser's lock spans all of an extension's pages and its worker. */
export type Locks = Pick<LockManager, 'request'>

/** Whoever writes bundles holds it: an update, or the packaged bundle at start-up. */
const LOCK = 'backgrounder-writing'

/**
 * Runs while nobody else of the extension does, after waiting for them. The browser gives the lock back when its
 * holder dies. A holder that is only frozen is fenced off by the lease in the database (src/storage/lease.ts).
 */
export async function exclusively<T>(locks: Locks, run: () => Promise<T>): Promise<T> {
  // Its own type promises a promise of a promise where the callback is asynchronous.
  return (await locks.request(LOCK, run)) as T
}
