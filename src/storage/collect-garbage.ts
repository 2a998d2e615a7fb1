import type { BackgrounderDatabase } from './database.ts'
import type { InstallRow } from './rows.ts'

/** Rows deleted in one transaction: readers wait for a transaction that writes what they read. */
const SLICE_ROWS = 64

/**
 * Deletes what no reader can see: generations that were replaced, and, with `staging`, installs that were
 * interrupted. While an install runs its rows are in use: `staging` is for whoever has the right to write.
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

/** At start-up: all that was replaced, and those interrupted installs that have no whole part to go on from. */
export async function collectLeftovers(database: BackgrounderDatabase): Promise<void> {
  await collectGarbage(database, ['old'])
  const staging = await database.installs.where('state').equals('staging').toArray()
  for (const { install, progress } of staging)
    if (install !== undefined && !progress?.parts) await collectInstall(database, install)
}

/** Marks an install before a row of it goes, so that nobody shows it any more; false where it is shown. */
const condemn = ({ installs }: BackgrounderDatabase, install: number): PromiseLike<boolean> =>
  installs.db.transaction('rw', installs, async () => {
    const row = await installs.get(install)
    if (!row || row.state === 'current') return false
    if (row.state === 'staging') await installs.put({ ...row, state: 'old' })
    return true
  })

/** Deletes one install unless it is shown: chunks in slices, then its row, so that a kill loses track of nothing. */
export async function collectInstall(database: BackgrounderDatabase, install: number): Promise<void> {
  if (!(await condemn(database, install))) return
  const chunks = () => database.chunks.where('[install+number]').between([install], [install, []])
  const buckets = () => database.buckets.where('[install+index]').between([install], [install, []])
  for (const rows of [chunks, buckets])
    for (let deleted = SLICE_ROWS; deleted === SLICE_ROWS; ) deleted = await rows().limit(SLICE_ROWS).delete()
  await database.directories.delete(install)
  await database.digests.delete(install)
  await database.installs.delete(install)
}
