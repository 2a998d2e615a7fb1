import type { Manifest } from '../bundle/manifest.ts'
import type { BundleInfo } from '../model/lookup.ts'
import type { BundleRow } from './rows.ts'

/** What a reader is told of a bundle. */
export const bundleInfo = (
  { id, title, publisher, license, generation, created, counts }: Manifest,
  { origin, installedAt }: Pick<BundleInfo, 'origin' | 'installedAt'>,
): BundleInfo => ({ bundle: id, title, publisher, license, generation, created, installedAt, origin, counts })

/** The same for an installed one. */
export const installedInfo = (row: BundleRow): BundleInfo => bundleInfo(row.manifest, row)

/** Bundles in the reader's order; the id decides where two have the same place. */
export const byOrder = (a: BundleRow, b: BundleRow): number =>
  a.order - b.order || (a.bundle < b.bundle ? -1 : Number(a.bundle > b.bundle))

/** One text for a set of generations: what was made for one set is of no use for another. */
export const generationsKey = (bundles: readonly Pick<BundleInfo, 'bundle' | 'generation'>[]): string =>
  bundles.map(({ bundle, generation }) => `${bundle}@${generation}`).join(',')
