import type { FoundEntity } from '../../../src/model/lookup.ts'
import { buildSearchIndex, knownOf } from '../../../src/search/build-search-index.ts'
import { openSearch } from '../../../src/search/open-search.ts'
import { foldKey } from '../../../src/text/fold.ts'
import { loadPeer } from '../install-peers.ts'

/** A search that was built: the ids of the best, and what it takes to keep. */
export interface Engine {
  readonly ask: (query: string, limit: number) => string[]
  /** Bytes of what would be stored, so that it need not be built at each opening; undefined where it cannot be. */
  readonly stored: number | undefined
  /** Milliseconds from what was stored to the first answer. */
  readonly opened: number
}

/** What is used of the libraries, which are installed for benchmarks alone (install-peers.ts). */
interface MiniSearchIndex {
  addAll(documents: readonly unknown[]): void
  search(query: string): { readonly id: unknown }[]
}
interface MiniSearchClass {
  new (options: object): MiniSearchIndex
  loadJSON(json: string, options: object): MiniSearchIndex
}
type MicroFuzzyClass = new (
  options: object,
) => {
  search(
    haystack: readonly string[],
    query: string,
    outOfOrder: number,
    most: number,
  ): [number[] | null, { readonly idx: readonly number[] } | null, number[] | null]
}

/** Ways to search, each built from the same entities. */
export const ENGINES: Readonly<
  Record<string, (entities: readonly FoundEntity[]) => Engine | Promise<Engine>>
> = {
  backgrounder: ours,
  minisearch: miniSearch,
  ufuzzy: microFuzzy,
}

const namesOf = ({ record }: FoundEntity): string[] =>
  [...record.names, ...record.aliases].map(({ text }) => text)

function ours(entities: readonly FoundEntity[]): Engine {
  const buffer = buildSearchIndex(entities.map((each) => ({ ...each, known: knownOf(each.record) })))
  const start = performance.now()
  const ask = openSearch(buffer)
  if (!ask) throw new Error('the index just built does not open')
  ask('a', 1)
  const opened = performance.now() - start
  return {
    ask: (query, limit) => ask(query, limit).map(({ ref }) => ref.entity),
    stored: buffer.byteLength,
    opened,
  }
}

/** As its documentation advises for search as you type: prefixes, and a fifth of a word's letters wrong. */
async function miniSearch(entities: readonly FoundEntity[]): Promise<Engine> {
  const MiniSearch = await loadPeer<MiniSearchClass>('minisearch')
  const options = {
    fields: ['names'],
    extractField: (document: FoundEntity, field: string) =>
      field === 'id' ? document.record.id : namesOf(document).join('\n'),
    processTerm: (term: string) => foldKey(term),
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' as const },
  }
  const index = new MiniSearch(options)
  index.addAll(entities)
  const json = JSON.stringify(index)
  const start = performance.now()
  const loaded = MiniSearch.loadJSON(json, options)
  loaded.search('a')
  const opened = performance.now() - start
  return {
    ask: (query, limit) =>
      loaded
        .search(query)
        .slice(0, limit)
        .map(({ id }) => String(id)),
    stored: json.length,
    opened,
  }
}

/** With one error a word, over the folded names; what it keeps is the list of names itself. */
async function microFuzzy(entities: readonly FoundEntity[]): Promise<Engine> {
  const MicroFuzzy = await loadPeer<MicroFuzzyClass>('@leeoniya/ufuzzy')
  const names = entities.flatMap((entity) =>
    namesOf(entity).map((text) => [foldKey(text), entity.record.id] as const),
  )
  const haystack = names.map(([text]) => text)
  const fuzzy = new MicroFuzzy({
    unicode: true,
    interSplit: '[^\\p{L}\\d]+',
    intraSplit: '\\p{Ll}\\p{Lu}',
    intraBound: '\\p{L}\\d|\\d\\p{L}',
    intraChars: '[\\p{L}\\d]',
    intraContr: "'\\p{L}{1,2}\\b",
    intraMode: 1,
  })
  return {
    ask: (query, limit) => {
      const [found, info, order] = fuzzy.search(haystack, foldKey(query), 1, 1e3)
      const places = order && info ? order.map((at) => info.idx[at] as number) : (found ?? [])
      return [...new Set(places.map((place) => names[place]?.[1] ?? ''))].slice(0, limit)
    },
    stored: undefined,
    opened: 0,
  }
}
