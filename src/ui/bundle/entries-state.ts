import type { BundleEntry } from '../../model/bundle-entry.ts'
import type { SyncState } from '../../model/sync-state.ts'

/** The reader's bundles, once they are read. */
export type EntriesState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly entries: readonly BundleEntry[] }
  | { readonly state: 'failed' }

/** The update that is under way, of whichever bundle. */
export const runningUpdate = (entries: EntriesState): SyncState | undefined =>
  entries.state === 'ready'
    ? entries.entries
        .map(({ subscription }) => subscription?.state)
        .find((state) => state && state.phase !== 'idle')
    : undefined

/** Bundles with one of them moved by one place; the same where it cannot go further. */
export function moved<T>(order: readonly T[], item: T, by: -1 | 1): readonly T[] {
  const from = order.indexOf(item)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return order
  const others = order.toSpliced(from, 1)
  return others.toSpliced(to, 0, item)
}
