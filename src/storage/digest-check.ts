import { bucketHolds, isBucket, STATE_BUCKETS, stateEntry, stateRoot } from '../bundle/state-digest.ts'
import type { BackgrounderDatabase } from './database.ts'
import type { BundleRow, ChunkRow, Layer } from './rows.ts'
import { bucketReader } from './state-rows.ts'

/** Buckets drawn at a start, of 4,096: a damaged disk damages more than one thing. */
const DRAWN = 8

/**
 * Whether the state digest of a layer is what was signed: the hashes of all buckets make the root, and buckets drawn at
 * random are those that the hashes name. Nothing is said of a bundle that was installed without a digest.
 */
export async function digestDamage(
  database: BackgrounderDatabase,
  { layers, stateRoot: root }: BundleRow,
  layer: Layer,
  random: () => number,
): Promise<string | undefined> {
  if (root === undefined) return undefined
  const { install } = layer
  const hashes = (await database.digests.get(install))?.hashes
  if (hashes?.length !== STATE_BUCKETS * 32) return `the digest of install ${install} is not there`
  if (layer === layers.at(-1) && stateRoot(hashes) !== root)
    return `the digest of install ${install} is another`
  const read = await bucketReader(database, install)
  for (let drawn = 0; drawn < DRAWN; drawn += 1) {
    const index = Math.min(Math.floor(random() * STATE_BUCKETS), STATE_BUCKETS - 1)
    const [bucket] = await read([index])
    // A layer of changes has those buckets alone that it changed.
    if (!bucket && layer !== layers[0]) continue
    if (!isBucket(hashes, index, bucket ?? new Uint8Array()))
      return `bucket ${index} of install ${install} is damaged`
  }
  return undefined
}

/** Whether a record of a chunk, drawn at random, is byte for byte the one that was verified. */
export async function recordDamage(
  database: BackgrounderDatabase,
  { stateRoot: root }: BundleRow,
  { install, ids, lines }: ChunkRow,
  random: () => number,
): Promise<string | undefined> {
  const at = Math.min(Math.floor(random() * ids.length), ids.length - 1)
  const [id, line] = [ids[at], lines[at]]
  if (root === undefined || id === undefined || !line) return undefined
  const entry = stateEntry(id, line)
  const [bucket] = await (await bucketReader(database, install))([entry.bucket])
  return bucket && bucketHolds(bucket, entry) ? undefined : `"${id}" of install ${install} is another record`
}
