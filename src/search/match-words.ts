import { slips } from './edit-distance.ts'
import type { SearchSections } from './search-format.ts'
import { lettersOf } from './words.ts'

const WHOLE = 100
/** A beginning: the more of the word is typed, the better it fits. */
const BEGINNING = { least: 60, share: 30 }
const SLIPS = [0, 45, 25] as const

/** In short words every slip makes another word ("UN", "NATO"): from so many letters on one is forgiven, then two. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 8
/** Below this a forgiven word must begin alike and be about as long: else "nato" would find António and everything national. */
const SHORT = 6

/** What a word of the query may mean: the words that fit, and how many names they lead to. */
export interface WordMatch {
  /** How well each word of the index fits, from 1 to 100; 0 where it does not. */
  readonly fits: Uint8Array
  /** The places of the words that fit. */
  readonly places: readonly number[]
  /** The names they lead to, one name counted for each word. */
  readonly names: number
}

/** The words that are, or begin with, a word of the query; with `tolerant` also those that do so but for a slip. */
export function matchWord(index: SearchSections, query: string, tolerant: boolean): WordMatch {
  const count = index.letters.length
  const fits = new Uint8Array(count)
  const places: number[] = []
  const put = (place: number, fit: number): void => {
    if (fits[place] !== 0) return
    fits[place] = fit
    places.push(place)
  }
  for (let place = firstFrom(index, query); place < count && startsWith(index, place, query); place++)
    put(place, beginningFit(query.length, lengthOf(index, place)))
  // A word that stands in a name letter by letter is no slip.
  if (tolerant && !places.some((place) => fits[place] === WHOLE)) forgive(index, query, put)
  const names = places.reduce((sum, place) => sum + namesOf(index, place), 0)
  return { fits, places, names }
}

const beginningFit = (typed: number, length: number): number =>
  typed === length ? WHOLE : Math.round(BEGINNING.least + (BEGINNING.share * typed) / length)

function forgive(index: SearchSections, query: string, put: (place: number, fit: number) => void): void {
  const most = query.length >= TWO_SLIPS_FROM ? 2 : query.length >= ONE_SLIP_FROM ? 1 : 0
  if (most === 0) return
  const wanted = lettersOf(query)
  const { letters } = index
  for (let place = 0; place < letters.length; place++) {
    // A slip brings at most one letter that the word has not.
    if (bits(wanted & ~(letters[place] as number)) > most) continue
    const length = lengthOf(index, place)
    if (length < query.length - most || (query.length < SHORT && !isAlike(index, place, length, query)))
      continue
    const made = slips(query, wordAt(index, place), most)
    if (made <= most) put(place, SLIPS[made as 1 | 2])
  }
}

const isAlike = (
  { words, wordOffsets }: SearchSections,
  place: number,
  length: number,
  query: string,
): boolean => length <= query.length + 1 && words[wordOffsets[place] as number] === query.charCodeAt(0)

/** The number of bits set (Hacker's Delight, 5-1). */
function bits(set: number): number {
  let rest = set - ((set >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The first word that does not stand before the query, by binary search. */
function firstFrom(index: SearchSections, query: string): number {
  let low = 0
  let high = index.letters.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(index, middle, query)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore({ words, wordOffsets }: SearchSections, place: number, query: string): boolean {
  const from = wordOffsets[place] as number
  const length = (wordOffsets[place + 1] as number) - from
  for (let at = 0; at < query.length; at++) {
    if (at >= length) return true
    const difference = (words[from + at] as number) - query.charCodeAt(at)
    if (difference !== 0) return difference < 0
  }
  return false
}

function startsWith({ words, wordOffsets }: SearchSections, place: number, query: string): boolean {
  const from = wordOffsets[place] as number
  if ((wordOffsets[place + 1] as number) - from < query.length) return false
  for (let at = 0; at < query.length; at++) if (words[from + at] !== query.charCodeAt(at)) return false
  return true
}

function wordAt({ words, wordOffsets }: SearchSections, place: number): string {
  return String.fromCharCode(...words.subarray(wordOffsets[place], wordOffsets[place + 1]))
}

const lengthOf = ({ wordOffsets }: SearchSections, place: number): number =>
  (wordOffsets[place + 1] as number) - (wordOffsets[place] as number)

const namesOf = ({ wordNameOffsets }: SearchSections, place: number): number =>
  (wordNameOffsets[place + 1] as number) - (wordNameOffsets[place] as number)
