import type { BundleId } from '../model/ids.ts'
import type { CollectedSearch } from './collected-search.ts'
import { widthFor } from './packed-numbers.ts'
import type { Section, SectionSize } from './search-format.ts'
import type { WordCoding } from './word-coding.ts'

/** How long each section will be; `leads` tells where the names of each word begin. */
export function sizesOf(
  { bundles, keys, prominence, nameShapes, blockEntities, blockWords, nameWords }: CollectedSearch,
  coding: WordCoding,
  leads: Uint32Array,
): Record<Section, SectionSize> {
  const words = leads.length - 1
  const names = nameShapes.length
  const bytes = (count: number): SectionSize => ({ bytes: count, width: 1 })
  const numbers = (count: number, most: number): SectionSize => {
    const width = widthFor(most)
    return { bytes: count * width, width }
  }
  return {
    bundles: bytes(bundleBytes(bundles).length),
    keyBlocks: numbers(keys.blocks.length, keys.bytes.length),
    keys: bytes(keys.bytes.length),
    prominence: bytes(prominence.length),
    letters: bytes(coding.letters.byteLength),
    words: bytes(coding.bytes),
    wideWords: bytes((words + 7) >>> 3),
    wordOffsets: numbers(words + 1, coding.bytes),
    wordNameOffsets: numbers(words + 1, leads[words] as number),
    wordNames: numbers(leads[words] as number, names),
    nameShapes: bytes(names),
    blockEntities: numbers(blockEntities.length, prominence.length),
    blockWords: numbers(blockWords.length, nameWords.length),
    nameWords: numbers(nameWords.length, words),
  }
}

/** The ids of bundles, one a line. */
export const bundleBytes = (bundles: readonly BundleId[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(bundles.join('\n'))
