import type { BundleDelta, BundleManifest } from './manifest.ts'

/** What is installed: the generation, the digest of its records, and the epoch it was counted in. */
export interface InstalledState {
  readonly generation: number
  readonly stateRoot: string
}

/** How to come from what is installed to a manifest's generation; `bytes` as sent. */
export type UpdatePlan =
  | { readonly kind: 'current' }
  /** Applied in this order, from the generation that is installed, each to the digest that it leads to. */
  | {
      readonly kind: 'deltas'
      readonly from: number
      readonly deltas: readonly BundleDelta[]
      readonly bytes: number
    }
  | { readonly kind: 'full'; readonly bytes: number }

/**
 * Above this share of the full size, deltas are not worth their steps: applying them costs look-ups and writes for
 * each record, where a full part is written in one run.
 */
const DELTA_SHARE = 0.4

/**
 * Chooses between nothing, a chain of deltas (the one of fewest bytes) and the full parts. Without an installation,
 * or with one that no delta starts from or covers, the answer is `full`: also where the generation is the same but the
 * records are not. Whether the generation may be taken at all is asked before.
 */
export function planUpdate(manifest: BundleManifest, installed: InstalledState | undefined): UpdatePlan {
  const bytes = sizeOf(manifest.full)
  if (!installed) return { kind: 'full', bytes }
  if (installed.generation === manifest.generation && installed.stateRoot === manifest.state.root)
    return { kind: 'current' }
  const chain = cheapestChain(manifest, installed)
  if (!chain || chain.bytes > bytes * DELTA_SHARE) return { kind: 'full', bytes }
  return { kind: 'deltas', from: installed.generation, ...chain }
}

interface Chain {
  readonly deltas: readonly BundleDelta[]
  readonly bytes: number
}

/** Deltas only lead forward, so that in the order of where they start each state is final when it is left. */
function cheapestChain(manifest: BundleManifest, installed: InstalledState): Chain | undefined {
  const start = stateKey(installed.generation, installed.stateRoot)
  const best = new Map<string, Chain>([[start, NOTHING]])
  for (const delta of [...manifest.deltas].sort((a, b) => a.from - b.from)) {
    const before = covers(delta, installed) ? NOTHING : best.get(stateKey(delta.from, delta.fromState))
    if (!before) continue
    const chain = { deltas: [...before.deltas, delta], bytes: before.bytes + sizeOf(delta.parts) }
    const key = stateKey(delta.to, delta.toState)
    const known = best.get(key)
    // Of equal ones that which starts later: it may be the one that starts exactly here.
    if (!known || chain.bytes <= known.bytes) best.set(key, chain)
  }
  return best.get(stateKey(manifest.generation, manifest.state.root))
}

/**
 * A delta from an earlier generation names every record that has changed since, so it also leads from any generation in
 * between. Nothing but its end tells whether that is where the installed records stand: the digest is held against it.
 */
const covers = (delta: BundleDelta, { generation }: InstalledState): boolean =>
  delta.from < generation && generation < delta.to

const NOTHING: Chain = { deltas: [], bytes: 0 }

const stateKey = (generation: number, stateRoot: string): string => `${generation}/${stateRoot}`

/** Bytes of files as sent. */
const sizeOf = (files: readonly { readonly length: number }[]): number =>
  files.reduce((sum, file) => sum + file.length, 0)
