import { namesKey } from '../indexing/index-keys.ts'
import { type MakeIndexes, MOST_AT_ONCE } from '../indexing/index-maker.ts'
import type { WantedIndexes } from '../indexing/index-request.ts'
import { readAll } from '../indexing/make-indexes.ts'
import { cachedViews, type ViewSource, viewsFrom } from '../linking/view-source.ts'
import { openIndex } from '../matching/open-index.ts'
import type { NameIndex } from '../matching/types.ts'
import type { Lookup } from '../model/lookup.ts'
import type { OwnAlias } from '../model/own-layer.ts'
import { generationsKey } from '../storage/bundle-info.ts'
import { loadIndex } from '../storage/index-buffers.ts'
import type { IndexBuilds } from './index-builds.ts'
import type { OpenLookup } from './open-lookup.ts'
import { type OwnNames, ownNamesOf } from './own-names.ts'
import { entitiesOf, type SearchKeeper } from './search-keeper.ts'

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
  /** Where indexes are built, one at a time, and who builds them. */
  readonly builds: IndexBuilds
  readonly make: MakeIndexes
}

/** What the background has opened. */
export type OpenKnown = OpenLookup<SearchKeeper>
type Ready = Extract<OpenKnown, { storage: 'ready' }>

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
export function createWarmKnowledge(source: KnowledgeSource): WarmKnowledge {
  let current: Promise<Knowledge> | undefined
  const build = async () => knowledgeOf(await source.open(), await source.ownAliases(), source)
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
  source: KnowledgeSource,
): Promise<Knowledge> {
  const { lookup } = opened
  const own = await ownNamesOf(aliases, lookup)
  const index =
    opened.storage === 'ready' ? await storedIndex(opened, own, source) : await indexInMemory(lookup, own)
  return { lookup, index, views: cachedViews(viewsFrom((refs) => lookup.entities(refs))), own }
}

/** The index that an earlier start, or a thread that followed an update, has made of the same generations, or a new one. */
async function storedIndex(
  opened: Ready,
  own: OwnNames,
  { builds, make }: KnowledgeSource,
): Promise<NameIndex> {
  const { lookup, searches } = opened
  const stored = await openStored(opened, own)
  if (stored) return stored
  const { promise, resolve, reject } = Promise.withResolvers<NameIndex>()
  const entities = entitiesOf(await lookup.bundles())
  const making = builds.run('names', entities, async (tell) => {
    // Whoever was at work when this was asked may have made it.
    const already = await openStored(opened, own)
    if (already) return resolve(already)
    const wanted = {
      names: wantedNames(own),
      search: entities <= MOST_AT_ONCE && !(await searches.isPresent()),
    }
    await make(opened, wanted, entities, (report) => {
      if (report.type === 'names') resolve(openedIndex(report.buffer))
      else tell(report)
    })
  })
  // Another generation: the popup shall find its index too, and need not wait for it at the first keystroke.
  making.then(searches.keep).catch((error: unknown) => {
    reject(error)
    console.warn(error)
  })
  return promise
}

async function openStored({ database, lookup }: Ready, own: OwnNames): Promise<NameIndex | undefined> {
  const loaded = await loadIndex(database, namesKey(generationsKey(await lookup.bundles()), wantedNames(own)))
  if (!loaded.ok || !loaded.value) return undefined
  const index = openIndex(loaded.value)
  return index.ok ? index.value : undefined
}

const wantedNames = ({ names, key }: OwnNames): NonNullable<WantedIndexes['names']> => ({
  own: names,
  ownKey: key,
})

/** Where the database does not open: the packaged bundle alone. */
async function indexInMemory(lookup: OpenKnown['lookup'], own: OwnNames): Promise<NameIndex> {
  const { indexes } = await readAll(lookup, { names: wantedNames(own), search: false }, () => undefined)
  const buffer = await indexes.names()
  if (!buffer) throw new Error('names were wanted and are not there')
  return openedIndex(buffer)
}

function openedIndex(buffer: ArrayBuffer): NameIndex {
  const index = openIndex(buffer)
  if (!index.ok) throw new Error(`an index just built does not open: ${index.error}`)
  return index.value
}
