import type { Manifest } from '../bundle/manifest.ts'

/**
 * Bytes on the disk for a byte of records: the records, as the database stores them, beside those that they
 * replace, and the index of their names.
 */
const DISK_FACTOR = 2.2

/** For what the database itself needs to move rows about. */
const MARGIN = 16 * 1024 * 1024

/** Bytes that taking in a generation may need on the disk. */
export const diskNeed = ({ full }: Pick<Manifest, 'full'>): number =>
  Math.ceil(full.reduce((sum, { raw }) => sum + raw, 0) * DISK_FACTOR) + MARGIN

/** What all bundles together may have on a reader's disk, in bytes, however many there are and whatever the browser grants. */
const MOST_ON_DISK = 5_000_000_000

/** Bytes that may still be taken; undefined where the browser does not tell. `usage` and `quota`: as it estimates them. */
export const bytesLeft = ({ quota, usage }: StorageEstimate): number | undefined =>
  quota === undefined || usage === undefined ? undefined : Math.max(0, Math.min(quota, MOST_ON_DISK) - usage)
