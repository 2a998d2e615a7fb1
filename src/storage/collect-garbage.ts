import type { BackgrounderDatabase } from './database.ts'
import type { InstallRow } from './rows.ts'

/** Chunks deleted in one transaction: readers wait for a transaction that writes what they read. */
const SLICE_CHUNKS = 64

/**
 * Deletes what no reader can see: generations that were replaced, and, at start-up, installs that a kill
 * interrupted. `staging` is for start-up only: while an install runs its rows are in use.
 */
export async function collectGarbage(
  database: BackgrounderDatabase,
  states: readonly Exclude<InstallRow['state'], 'current'>[],
): Promise<void> {
  const installs = await database.installs
    .where('state')
    .anyOf([...states])
    .primaryKeys()
  for (const install of installs) await collectInstall(database, install)
}

/** Deletes one install unless it is shown: chunks in slices, then its row, so that a kill loses track of nothing. */
export async function collectInstall(database: BackgrounderDatabase, install: number): Promise<void> {
  const row = await database.installs.get(install)
  if (!row || row.state === 'current') return
  const range = () => database.chunks.where('[install+number]').between([install], [install, []])
  for (let deleted = SLICE_CHUNKS; deleted === SLICE_CHUNKS; )
    deleted = await range().limit(SLICE_CHUNKS).delete()
  await database.installs.delete(install)
}
