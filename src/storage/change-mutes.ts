import type { Mute } from '../model/mute.ts'

/** Where mutes are kept, as far as a change goes. */
export interface MutesStore {
  getValue(): Promise<readonly Mute[]>
  setValue(mutes: readonly Mute[]): Promise<void>
}

/**
 * Changes the mutes of a store after every change that was asked for before. Cards, the options and an import are
 * contexts of their own, and reading and writing are two steps: one would write over what another has just said.
 */
export async function changeMutes(
  store: MutesStore,
  change: (mutes: readonly Mute[]) => readonly Mute[],
  locks: Pick<LockManager, 'request'> = navigator.locks,
): Promise<void> {
  await locks.request('backgrounder-mutes', async () => store.setValue(change(await store.getValue())))
}
