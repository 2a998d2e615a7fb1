import { free } from './growing.ts'
import type { WordTable } from './word-table.ts'

/** Fewer words are compared one by one. */
const SMALL = 24

/** Words sorted, or looked at, in one step: some ten milliseconds. */
const SORTED_AT_ONCE = 20_000
const SEEN_AT_ONCE = 1 << 17

/** UTF-16 units that the first pass looks at, and each round of the sort after it. */
const FIRST = 1
const UNITS = 2

/**
 * The numbers of a table's words in the order of their UTF-16 units, which is the order of texts. A radix sort from the
 * front: by the first unit in one pass, then two units at a time: the browser sorts 64-bit numbers natively, with the units
 * above and the word's number below, so that a million words need no function of ours for each comparison. Between its
 * steps others may run.
 */
export function* sortedWords(table: WordTable): Generator<undefined, Uint32Array<ArrayBuffer>> {
  const keys = new BigUint64Array(table.size)
  const halves = new Uint32Array(keys.buffer)
  let begun = 0
  let sorted = 0
  for (const end of yield* scattered(table, halves)) {
    for (const group of sortedGroups(
      table,
      keys.subarray(begun, end),
      halves.subarray(2 * begun, 2 * end),
      FIRST,
    )) {
      sortFrom(table, keys.subarray(begun + group.start, begun + group.end), FIRST + UNITS)
      if (begun + group.end - sorted < SORTED_AT_ONCE) continue
      sorted = begun + group.end
      yield
    }
    begun = end
  }
  const places = new Uint32Array(table.size)
  for (let place = 0; place < places.length; place++) places[place] = halves[2 * place] as number
  free(keys)
  return places
}

/** Puts the words in the order of their first unit; gives where those of each unit end. */
function* scattered(table: WordTable, halves: Uint32Array): Generator<undefined, Uint32Array> {
  const next = new Uint32Array(0x1_0001)
  for (let word = 0; word < table.size; word++) {
    const unit = table.unitAt(word, 0)
    next[unit + 1] = (next[unit + 1] as number) + 1
    if (word % SEEN_AT_ONCE === 0) yield
  }
  for (let unit = 1; unit < next.length; unit++)
    next[unit] = (next[unit] as number) + (next[unit - 1] as number)
  for (let word = 0; word < table.size; word++) {
    const unit = table.unitAt(word, 0)
    const place = next[unit] as number
    next[unit] = place + 1
    halves[2 * place] = word
    if (word % SEEN_AT_ONCE === 0) yield
  }
  return next.subarray(0, -1)
}

/** Sorts words that agree in their first `depth` units. */
function sortFrom(table: WordTable, keys: BigUint64Array, depth: number): void {
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length)
  if (keys.length <= SMALL) sortFew(table, halves, depth)
  else sortMany(table, keys, halves, depth)
}

function sortMany(table: WordTable, keys: BigUint64Array, halves: Uint32Array, depth: number): void {
  for (const { start, end } of sortedGroups(table, keys, halves, depth))
    sortFrom(table, keys.subarray(start, end), depth + UNITS)
}

/** Sorts by the next units, and gives the runs of words that agree in them too. */
function* sortedGroups(
  table: WordTable,
  keys: BigUint64Array,
  halves: Uint32Array,
  depth: number,
): Generator<{ readonly start: number; readonly end: number }> {
  for (let at = 0; at < halves.length; at += 2) {
    const word = halves[at] as number
    halves[at + 1] = ((table.unitAt(word, depth) << 16) | table.unitAt(word, depth + 1)) >>> 0
  }
  keys.sort()
  for (let start = 0; start < keys.length; ) {
    let end = start + 1
    while (end < keys.length && halves[2 * end + 1] === halves[2 * start + 1]) end++
    if (end - start > 1) yield { start, end }
    start = end
  }
}

/** By insertion, comparing units. */
function sortFew(table: WordTable, halves: Uint32Array, depth: number): void {
  for (let from = 2; from < halves.length; from += 2) {
    const word = halves[from] as number
    let at = from
    for (; at > 0 && isBefore(table, word, halves[at - 2] as number, depth); at -= 2)
      halves[at] = halves[at - 2] as number
    halves[at] = word
  }
}

function isBefore(table: WordTable, one: number, other: number, depth: number): boolean {
  const [a, b] = [table.lengthOf(one), table.lengthOf(other)]
  for (let at = depth; at < a && at < b; at++) {
    const difference = table.unitAt(one, at) - table.unitAt(other, at)
    if (difference !== 0) return difference < 0
  }
  return a < b
}
