import type { BackgrounderDatabase } from './database.ts'
import { StorageRefusal } from './storage-error.ts'

/** Bundles are written by one holder at a time: updates, and the packaged bundle at start-up. */
const WRITING = 'writing'

/**
 * The right to write, until somebody else takes it. A lock alone does not do: its holder may be frozen while the
 * browser gives the lock away, and write on when it wakes. So each transaction that writes asks whether the
 * right is still its own.
 */
export interface Fence {
  /** To be called inside a transaction over `leases`; throws where the right has passed on, which undoes the transaction. */
  check(): Promise<void>
}

/** Takes the right to write; whoever had it fails at its next transaction. */
export async function takeLease(database: BackgrounderDatabase): Promise<Fence> {
  const { leases } = database
  const token = await database.transaction('rw', leases, async () => {
    const next = ((await leases.get(WRITING))?.token ?? 0) + 1
    await leases.put({ name: WRITING, token: next })
    return next
  })
  const check = async (): Promise<void> => {
    const held = await leases.get(WRITING)
    if (held?.token !== token)
      throw new StorageRefusal('overtaken', `lease ${token} is ${held?.token ?? 'gone'}`)
  }
  return { check }
}
