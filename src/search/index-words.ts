import type { SearchSections } from './search-format.ts'

/** Words one after the other in the order of their UTF-16 units; what they share at their beginning, they share as neighbours. */
type Words = Pick<SearchSections, 'words' | 'wordOffsets' | 'wideWords' | 'letters'>

/** How many words there are. */
export const wordCount = ({ wordOffsets }: Words): number => wordOffsets.length - 1

/** 1 where the word at a place is written in units of two bytes, else 0. */
const widthBit = ({ wideWords }: Words, place: number): number =>
  ((wideWords[place >>> 3] as number) >>> (place & 7)) & 1

/** The length of the word at a place, in units. */
export const lengthOf = (index: Words, place: number): number =>
  (index.wordOffsets.at(place + 1) - index.wordOffsets.at(place)) >>> widthBit(index, place)

/** The unit at an index of the word at a place, which is long enough to have it. */
export function unitAt(index: Words, place: number, at: number): number {
  const { words, letters } = index
  const from = index.wordOffsets.at(place)
  if (widthBit(index, place) === 0) return letters[words[from + at] as number] as number
  return (words[from + 2 * at] as number) | ((words[from + 2 * at + 1] as number) << 8)
}

/** The first word that does not stand before a text, by binary search. */
export function firstFrom(words: Words, text: string): number {
  let low = 0
  let high = wordCount(words)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(words, middle, text)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(words: Words, place: number, text: string): boolean {
  const length = lengthOf(words, place)
  for (let at = 0; at < text.length; at++) {
    if (at >= length) return true
    const difference = unitAt(words, place, at) - text.charCodeAt(at)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** Whether the word at a place begins with a text. */
export function startsWith(words: Words, place: number, text: string): boolean {
  if (lengthOf(words, place) < text.length) return false
  for (let at = 0; at < text.length; at++) if (unitAt(words, place, at) !== text.charCodeAt(at)) return false
  return true
}

/**
 * The first of the words from `from` to `to` whose unit at `index` is not below `unit`; they share all units before it.
 * By steps that double, then by halves: the next is mostly near.
 */
export function firstWithUnit(words: Words, from: number, to: number, index: number, unit: number): number {
  let low = from
  let step = 1
  while (low + step <= to && unitAt(words, low + step - 1, index) < unit) {
    low += step
    step *= 2
  }
  let high = Math.min(to, low + step - 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (unitAt(words, middle, index) < unit) low = middle + 1
    else high = middle
  }
  return low
}
