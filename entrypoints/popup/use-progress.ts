import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'
import type { SyncState } from '../../src/model/sync-state.ts'
import type { BackgrounderDatabase } from '../../src/storage/database.ts'

/** Where the running update stands; watched in the database, where the background keeps it, not asked for. */
export function useProgress(database: BackgrounderDatabase | undefined): SyncState | undefined {
  const [progress, setProgress] = useState<SyncState>()
  useEffect(() => {
    if (!database) return undefined
    const rows = liveQuery(() => database.syncStates.toArray())
    const subscription = rows.subscribe({
      next: (states) => setProgress(states.map(({ state }) => state).find(({ phase }) => phase !== 'idle')),
      error: (cause) => console.warn(cause),
    })
    return () => subscription.unsubscribe()
  }, [database])
  return progress
}
