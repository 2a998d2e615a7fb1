import { pause } from '../bundle/pause.ts'
import { cachedViews, type ViewSource, viewsFrom } from '../linking/view-source.ts'
import { IndexBuilder } from '../matching/build-index.ts'
import { namesOf } from '../matching/names-of-record.ts'
import { openIndex } from '../matching/open-index.ts'
import type { NameIndex } from '../matching/types.ts'
import type { BundleInfo, Lookup } from '../model/lookup.ts'
import type { OwnAlias } from '../model/own-layer.ts'
import { blobOfPieces, piecesOf } from '../storage/blob-of-pieces.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { loadIndex, saveIndex } from '../storage/index-buffers.ts'
import type { SnapshotSource } from '../storage/snapshot.ts'
import type { BuildTeller, IndexBuilds } from './index-builds.ts'
import type { OpenLookup } from './open-lookup.ts'
import { type OwnNames, ownNamesOf } from './own-names.ts'
import { entitiesOf, type GrowingSearch, type SearchKeeper } from './search-keeper.ts'

/** All that recognising needs, of one set of generations. */
export interface Knowledge {
  readonly lookup: Lookup
  readonly index: NameIndex
  readonly views: ViewSource
  /** The reader's own names, which are in the index too. */
  readonly own: OwnNames
}

/** Where knowledge comes from. */
export interface KnowledgeSource {
  readonly open: () => Promise<OpenKnown>
  /** The names that the reader gave; empty where they cannot be read. */
  readonly ownAliases: () => Promise<readonly OwnAlias[]>
  /** Where indexes are built, one at a time. */
  readonly builds: IndexBuilds
}

/** What the background has opened. */
export type OpenKnown = OpenLookup<SearchKeeper>

/** One warm index for all tabs. */
export interface WarmKnowledge {
  /** What is known now; the first call opens and builds, later ones wait for nothing. */
  get(): Promise<Knowledge>
  /** Builds anew after a change; the old knowledge serves until the new one is ready. */
  refresh(): Promise<void>
  /** Lets go of everything: the next call opens anew. */
  forget(): void
}

/** Knowledge that is opened at the first need, because a worker may be woken for less. */
export function createWarmKnowledge({ open, ownAliases, builds }: KnowledgeSource): WarmKnowledge {
  let current: Promise<Knowledge> | undefined
  const build = async () => knowledgeOf(await open(), await ownAliases(), builds)
  const get = () => {
    current ??= build()
    // A failure is not kept: the next request tries again.
    current.catch(() => {
      current = undefined
    })
    return current
  }
  const refresh = async () => {
    const next = build()
    await next
    current = next
  }
  const forget = () => {
    current = undefined
  }
  return { get, refresh, forget }
}

async function knowledgeOf(
  opened: OpenKnown,
  aliases: readonly OwnAlias[],
  builds: IndexBuilds,
): Promise<Knowledge> {
  const { lookup } = opened
  const own = await ownNamesOf(aliases, lookup)
  const index =
    opened.storage === 'ready'
      ? await storedIndex(opened, own, builds)
      : openedIndex((await built(lookup, own)).buffer)
  return { lookup, index, views: cachedViews(viewsFrom((refs) => lookup.entities(refs))), own }
}

/**
 * Up to so many entities both indexes are made in one reading, which takes a third less time; above it one after the
 * other, because what both need while they grow would be some 400 MB for a million.
 */
const MOST_AT_ONCE = 250_000

/** The index that an earlier start built for the same generations, or a new one, kept for later starts. */
async function storedIndex(
  { database, lookup, searches }: Extract<OpenKnown, { storage: 'ready' }>,
  own: OwnNames,
  builds: IndexBuilds,
): Promise<NameIndex> {
  const bundles = await lookup.bundles()
  const stored = await openStored(database, indexKey(generationsKey(bundles), own))
  if (stored) return stored
  const entities = entitiesOf(bundles)
  const search = entities <= MOST_AT_ONCE ? await searches.begin() : undefined
  const { key, buffer } = await builds.run('names', entities, (teller) => built(lookup, own, teller, search))
  const blob = await blobOfPieces(piecesOf(buffer), pause)
  const saved = await saveIndex(database, indexKey(key, own), blob)
  // Not kept is not lost: it is built again at the next start.
  if (!saved.ok) console.warn(saved.error)
  // Another generation: the popup shall find its index too, and need not wait for it at the first keystroke.
  const keeping = search
    ? builds.run('search', entities, ({ read }) => {
        read(entities)
        return search.keep(key)
      })
    : searches.keep()
  void keeping.catch(console.warn)
  return openedIndex(buffer)
}

/** An index with names of the reader's own is of no use without them, nor the reverse. */
const indexKey = (generations: string, own: OwnNames): string =>
  own.key === '' ? generations : `${generations}+${own.key}`

async function openStored(database: BackgrounderDatabase, key: string): Promise<NameIndex | undefined> {
  const loaded = await loadIndex(database, key)
  if (!loaded.ok || !loaded.value) return undefined
  const index = openIndex(loaded.value)
  return index.ok ? index.value : undefined
}

/** The index of everything that is known. The records are read a few thousand at a time and none is kept. */
async function built(
  lookup: Lookup & SnapshotSource,
  own: OwnNames,
  teller?: BuildTeller,
  search?: GrowingSearch,
): Promise<{ readonly key: string; readonly buffer: ArrayBuffer }> {
  const expected = namesOfAll(await lookup.bundles())
  let builder = new IndexBuilder({ expected })
  const { key } = await lookup.read(
    (found) => {
      for (const { record, ref } of found) for (const name of namesOf(record, ref)) builder.add(name)
      search?.add(found)
      teller?.read(found.length)
    },
    () => {
      builder = new IndexBuilder({ expected })
      search?.restart()
      teller?.restart()
    },
  )
  for (const name of own.names) builder.add(name)
  const finishing = builder.finishing()
  for (;;) {
    const step = finishing.next()
    if (step.done) return { key, buffer: step.value }
    await pause()
  }
}

/** As many names as there are at least: each entity has one beside its aliases. */
const namesOfAll = (bundles: readonly BundleInfo[]): number =>
  bundles.reduce((sum, { counts }) => sum + counts.entities + counts.aliases, 0)

function openedIndex(buffer: ArrayBuffer): NameIndex {
  const index = openIndex(buffer)
  if (!index.ok) throw new Error(`an index just built does not open: ${index.error}`)
  return index.value
}
