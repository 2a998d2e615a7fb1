import type { BundleEntry, BundlePreview } from '../../src/model/bundle-entry.ts'
import type { BundleId, EntityId } from '../../src/model/ids.ts'
import type { BundleInfo } from '../../src/model/lookup.ts'
import type { SyncOutcome, SyncState } from '../../src/model/sync-state.ts'

const FINGERPRINT = 'Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8'
const BASE = 'https://facts.example.org/world/'
const COUNTS = { entities: 100_000, aliases: 310_000, facts: 400_000, sources: 90_000 }
const bundle = 'world' as BundleId

/** An installed bundle, with how its last update ended and, where one runs, how far it is. */
export function bundleEntry(
  outcome?: SyncOutcome,
  running?: SyncState,
  more: Partial<BundleInfo> = {},
): BundleEntry {
  const last = outcome && { at: '2026-11-23T09:15:00Z', outcome }
  return {
    info: {
      bundle,
      title: 'International affairs',
      publisher: 'The Office of Facts',
      license: 'CC0-1.0',
      generation: 42,
      created: '2026-11-20T00:00:00Z',
      installedAt: '2026-11-21T10:00:00Z',
      origin: outcome ? 'synced' : 'packaged',
      counts: COUNTS,
      ...more,
    },
    isOn: true,
    isPackaged: outcome === undefined,
    ...(outcome?.outcome === 'updated' && {
      changes: {
        from: 42,
        to: 43,
        at: '2026-11-23T09:15:00Z',
        added: ['sco' as EntityId],
        changed: ['itu' as EntityId],
        removed: ['A name that is gone'],
      },
    }),
    ...(outcome && {
      subscription: {
        link: `${BASE}#bgk=${FINGERPRINT}`,
        base: BASE,
        fingerprint: FINGERPRINT,
        firstUse: false,
        state: running ?? { phase: 'idle', ...(last && { last }) },
      },
    }),
  }
}

/** A subscription of which nothing has come yet. */
export const waiting: readonly BundleEntry[] = [
  {
    isOn: true,
    isPackaged: false,
    subscription: {
      link: `https://other.example.org/#bgk=${FINGERPRINT}`,
      base: 'https://other.example.org/',
      fingerprint: FINGERPRINT,
      firstUse: true,
      state: { phase: 'checking' },
    },
  },
]

/** What a link leads to. */
export const bundlePreview: BundlePreview = {
  link: `${BASE}#bgk=${FINGERPRINT}`,
  base: BASE,
  fingerprint: FINGERPRINT,
  pinnedBy: 'link',
  bundle,
  title: 'International affairs',
  publisher: 'The Office of Facts',
  homepage: 'https://facts.example.org/',
  license: 'CC0-1.0',
  langs: ['en', 'fr', 'ru'],
  generation: 42,
  created: '2026-11-20T00:00:00Z',
  counts: COUNTS,
  download: 20_700_000,
  onDisk: 157_000_000,
  free: 10_000_000_000,
  isKnown: false,
}
