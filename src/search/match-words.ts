import { forgive } from './forgive.ts'
import { firstFrom, lengthOf, startsWith, wordCount } from './index-words.ts'
import type { SearchSections } from './search-format.ts'

/** How well a word fits that was typed to its end. */
export const WHOLE = 100
/** A beginning: the more of the word is typed, the better it fits. */
const BEGINNING = { least: 60, share: 30 }
/** By the number of slips. */
const SLIPS = [WHOLE, 45, 25]

/** What a word of the query may mean: the words that fit, and how many names they lead to. */
export interface WordMatch {
  /** How well each word of the index fits, from 1 to 100; 0 where it does not. */
  readonly fits: Uint8Array
  /** The places of the words that fit, by how well they do. */
  readonly byFit: readonly (readonly number[])[]
  /** How well the best of them fits; 0 where none does. */
  readonly most: number
  /** The names they lead to, one name counted for each word. */
  readonly names: number
}

/** The words that are, or begin with, a word of the query; with `tolerant` also those that do so but for a slip. */
export function matchWord(index: SearchSections, query: string, tolerant: boolean): WordMatch {
  const count = wordCount(index)
  const fits = new Uint8Array(count)
  const byFit = Array.from({ length: WHOLE + 1 }, (): number[] => [])
  let most = 0
  let names = 0
  const put = (place: number, fit: number): void => {
    if (fits[place] !== 0) return
    fits[place] = fit
    byFit[fit]?.push(place)
    if (fit > most) most = fit
    names += namesOf(index, place)
  }
  for (let place = firstFrom(index, query); place < count && startsWith(index, place, query); place++)
    put(place, beginningFit(query.length, lengthOf(index, place)))
  // A word that stands in a name letter by letter is no slip.
  if (tolerant && most < WHOLE) forgive(index, query, (place, slips) => put(place, SLIPS[slips] ?? 0))
  return { fits, byFit, most, names }
}

const beginningFit = (typed: number, length: number): number =>
  typed === length ? WHOLE : Math.round(BEGINNING.least + (BEGINNING.share * typed) / length)

const namesOf = ({ wordNameOffsets }: SearchSections, place: number): number =>
  wordNameOffsets.at(place + 1) - wordNameOffsets.at(place)
