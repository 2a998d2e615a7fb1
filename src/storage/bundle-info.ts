import type { Manifest } from '../bundle/manifest.ts'
import type { BundleInfo } from '../model/lookup.ts'
import type { BundleRow } from './rows.ts'

/** What a reader is told of a bundle. */
export const bundleInfo = (
  {
    id,
    title,
    publisher,
    license,
    generation,
    created,
    counts,
  }: Pick<Manifest, 'id' | 'title' | 'publisher' | 'license' | 'generation' | 'created' | 'counts'>,
  { origin, installedAt, confirmed }: Pick<BundleInfo, 'origin' | 'installedAt' | 'confirmed'>,
  content: string | undefined,
): BundleInfo => ({
  bundle: id,
  title,
  publisher,
  license,
  generation,
  created,
  installedAt,
  origin,
  counts,
  ...(content !== undefined && { content }),
  ...(confirmed && { confirmed }),
})

/** The same for an installed one. */
export const installedInfo = (row: BundleRow): BundleInfo => bundleInfo(row.manifest, row, row.stateRoot)

/** Bundles in the reader's order; the id decides where two have the same place. */
export const byOrder = (a: BundleRow, b: BundleRow): number =>
  a.order - b.order || (a.bundle < b.bundle ? -1 : Number(a.bundle > b.bundle))

/** Half of a SHA-256: nobody can make two contents that agree in it. */
const CONTENT_DIGITS = 32

/** One text for a set of generations: what was made for one set is of no use for another. */
export const generationsKey = (
  bundles: readonly Pick<BundleInfo, 'bundle' | 'generation' | 'content'>[],
): string =>
  bundles
    .map(
      ({ bundle, generation, content = '' }) => `${bundle}@${generation}~${content.slice(0, CONTENT_DIGITS)}`,
    )
    .join(',')
