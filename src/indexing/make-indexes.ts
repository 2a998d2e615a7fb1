import type { BundleInfo } from '../model/lookup.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import type { NamedEntity } from '../storage/named-entity.ts'
import type { SnapshotSource } from '../storage/snapshot.ts'
import { GrowingIndexes } from './growing-indexes.ts'
import type { IndexReport, WantedIndexes } from './index-request.ts'
import { finishedNames, keepNames, keepSearch } from './keep-indexes.ts'

/** What is installed, and tells of itself what an index needs. */
export interface IndexSource {
  readonly database: BackgrounderDatabase
  readonly lookup: SnapshotSource & { bundles(): Promise<readonly BundleInfo[]> }
}

/** Told of the work: `IndexReport` without the words of a thread. */
export type Tell = (report: Extract<IndexReport, { type: 'read' | 'restart' | 'names' }>) => void

/** Makes the wanted indexes of what is installed and keeps them; that of names is told before that of the search is finished. */
export async function makeIndexes(
  { database, lookup }: IndexSource,
  wanted: WantedIndexes,
  tell: Tell,
): Promise<void> {
  const { key, indexes } = await readAll(lookup, wanted, tell)
  const names = await finishedNames(indexes)
  if (names && wanted.names) {
    tell({ type: 'names', key, buffer: names.buffer })
    await keepNames(database, key, wanted.names, names.blob)
  }
  const search = await indexes.search()
  if (search) await keepSearch(database, key, search)
}

/** Everything that is installed, read into indexes; the records are read a few thousand at a time and none is kept. */
export async function readAll(
  lookup: IndexSource['lookup'],
  wanted: WantedIndexes,
  tell: Tell,
): Promise<{ readonly key: string; readonly indexes: GrowingIndexes }> {
  const indexes = new GrowingIndexes(wanted, namesOfAll(await lookup.bundles()))
  const restart = () => {
    indexes.restart()
    tell({ type: 'restart' })
  }
  const { key } = await lookup.read(intoIndexes(indexes, tell), restart)
  return { key, indexes }
}

/** Takes entities into indexes, and tells how many. */
export const intoIndexes =
  (indexes: GrowingIndexes, tell: Tell) =>
  (entities: readonly NamedEntity[]): void => {
    indexes.add(entities)
    tell({ type: 'read', entities: entities.length })
  }

/** As many names as there are at least: each entity has one beside its aliases. */
export const namesOfAll = (bundles: readonly Pick<BundleInfo, 'counts'>[]): number =>
  bundles.reduce((sum, { counts }) => sum + counts.entities + counts.aliases, 0)
