import { refKey } from '../model/ids.ts'
import type { SearchHit } from '../model/lookup.ts'
import { foldKey } from '../text/fold.ts'
import type { SearchEntry } from './entries.ts'

/** How well a name fits, best first; entities with an equal fit are ordered by the length of the name. */
const FITS = ['whole', 'start', 'word-starts', 'inside'] as const
type Fit = (typeof FITS)[number]

interface RankedEntry {
  readonly entry: SearchEntry
  readonly rank: number
}

/**
 * At most `limit` entities whose names fit a query, each once, best first: the whole name, then names
 * that begin with the query, then names with a word beginning with each word of the query, then names
 * that contain it (for scripts without spaces).
 */
export function rankNames(query: string, entries: Iterable<SearchEntry>, limit: number): SearchHit[] {
  const key = foldKey(query).trim()
  if (key === '') return []
  const words = key.split(' ')
  const best = new Map<string, RankedEntry>()
  for (const entry of entries) {
    const fit = fitOf(entry.key, key, words)
    if (fit) keepBetter(best, { entry, rank: rankOf(fit, entry) })
  }
  return [...best.values()].sort(byRank).slice(0, limit).map(hitOf)
}

function fitOf(name: string, query: string, words: readonly string[]): Fit | undefined {
  if (name === query) return 'whole'
  if (name.startsWith(query)) return 'start'
  const spaced = ` ${name}`
  if (words.every((word) => spaced.includes(` ${word}`))) return 'word-starts'
  return name.includes(query) && query.length > 1 ? 'inside' : undefined
}

/** A name is at most 200 units long (docs/contracts.md), so the length never outweighs the fit. */
const rankOf = (fit: Fit, entry: SearchEntry): number => FITS.indexOf(fit) * 1_000 + entry.key.length

function keepBetter(best: Map<string, RankedEntry>, ranked: RankedEntry): void {
  const key = refKey(ranked.entry.ref)
  const known = best.get(key)
  if (!known || ranked.rank < known.rank) best.set(key, ranked)
}

const byRank = (a: RankedEntry, b: RankedEntry): number =>
  a.rank - b.rank || (a.entry.name < b.entry.name ? -1 : Number(a.entry.name > b.entry.name))

const hitOf = ({ entry: { key: _key, ...hit } }: RankedEntry): SearchHit => hit
