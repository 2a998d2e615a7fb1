import type { BundleId, EntityId, EntityRef } from '../model/ids.ts'
import type { RankedName } from './best-names.ts'
import { entityOf, keyOf, placeOf } from './index-names.ts'
import { matchWord } from './match-words.ts'
import { rankNames } from './rank-names.ts'
import { decodeSections, type SearchSections } from './search-format.ts'
import { wordsOf } from './words.ts'

/** An entity that a search found, by the name that fits: the place of it among the names of its record (`distinctNames`). */
export interface FoundName {
  readonly ref: EntityRef
  readonly place: number
}

/** At most `limit` entities whose names fit a query, each once, best first. */
export type SearchNames = (query: string, limit: number) => FoundName[]

/** A query is cut to the length of the longest name (docs/contracts.md), and to what anybody types. */
const LONGEST_QUERY = 200
const MOST_WORDS = 12

/** Who sees so many that fit has no need of others that nearly do. */
const ENOUGH = 5

/** Searches an encoded index; undefined where the buffer is none of this version. Nothing is decoded ahead. */
export function openSearch(buffer: ArrayBuffer): SearchNames | undefined {
  const index = decodeSections(buffer)
  return index && ((query, limit) => searchIn(index, query, limit))
}

function searchIn(index: SearchSections, query: string, limit: number): FoundName[] {
  const words = wordsOf(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS)
  if (words.length === 0 || limit <= 0) return []
  const exact = ranked(index, words, false, limit)
  // Slips are forgiven only where what was typed finds next to nothing: it comes first in any case.
  if (exact.length >= Math.min(limit, ENOUGH)) return exact.map((each) => foundName(index, each))
  const known = new Set(exact.map(({ name }) => entityOf(index, name)))
  const forgiven = ranked(index, words, true, limit + exact.length)
  const others = forgiven.filter(({ name }) => !known.has(entityOf(index, name)))
  return [...exact, ...others].slice(0, limit).map((each) => foundName(index, each))
}

function ranked(
  index: SearchSections,
  words: readonly string[],
  tolerant: boolean,
  limit: number,
): readonly RankedName[] {
  const matches = words.map((word) => matchWord(index, word, tolerant))
  return matches.some(({ most }) => most === 0) ? [] : rankNames(index, matches, limit)
}

const decoder = new TextDecoder()

function foundName(index: SearchSections, { name }: RankedName): FoundName {
  const key = keyOf(index, entityOf(index, name))
  const bundle = decoder.decode(index.bundles).split('\n')[Number.parseInt(key, 10)] ?? ''
  const id = key.slice(key.indexOf('/') + 1)
  return { ref: { bundle: bundle as BundleId, entity: id as EntityId }, place: placeOf(index, name) }
}
