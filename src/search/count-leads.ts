import type { CollectedSearch } from './collected-search.ts'
import { free } from './growing.ts'

/** Things that are gone through in one step. */
const AT_ONCE = 1 << 16

/** Where the names of each word begin, by the place of the word: counted, then summed up. */
export function* countedLeads(
  { nameWords, innerWords }: CollectedSearch,
  sorted: Uint32Array,
): Generator<undefined, Uint32Array<ArrayBuffer>> {
  const counts = new Uint32Array(sorted.length)
  for (const list of [nameWords, innerWords])
    for (let at = 0; at < list.length; at++) {
      const word = list.at(at)
      counts[word] = (counts[word] as number) + 1
      if (at % AT_ONCE === 0) yield
    }
  const offsets = new Uint32Array(sorted.length + 1)
  for (let place = 0; place < sorted.length; place++) {
    offsets[place + 1] = (offsets[place] as number) + (counts[sorted[place] as number] as number)
    if (place % AT_ONCE === 0) yield
  }
  free(counts)
  return offsets
}
