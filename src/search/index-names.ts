import {
  FIRST_NAME,
  KEYS_IN_BLOCK,
  MOST_NAME_WORDS,
  NAMES_IN_BLOCK,
  type SearchSections,
} from './search-format.ts'

/** Names one after the other; those of an entity are neighbours. */
type Names = Pick<SearchSections, 'nameShapes' | 'blockEntities' | 'blockWords'>

/** How many words a name has. */
export const wordsIn = ({ nameShapes }: Names, name: number): number =>
  (nameShapes[name] as number) & MOST_NAME_WORDS

/** Where the words of a name begin in `nameWords`. */
export function firstWordOf({ nameShapes, blockWords }: Names, name: number): number {
  const block = Math.floor(name / NAMES_IN_BLOCK)
  let at = blockWords.at(block)
  for (let each = block * NAMES_IN_BLOCK; each < name; each++)
    at += (nameShapes[each] as number) & MOST_NAME_WORDS
  return at
}

/** The entity of a name. */
export function entityOf({ nameShapes, blockEntities }: Names, name: number): number {
  const block = Math.floor(name / NAMES_IN_BLOCK)
  let entity = blockEntities.at(block)
  for (let each = block * NAMES_IN_BLOCK + 1; each <= name; each++)
    if ((nameShapes[each] as number) & FIRST_NAME) entity++
  return entity
}

/** The place of a name among those of its entity. */
export function placeOf({ nameShapes }: Names, name: number): number {
  let first = name
  while (first > 0 && ((nameShapes[first] as number) & FIRST_NAME) === 0) first--
  return name - first
}

const decoder = new TextDecoder()

/** The key of an entity: the number of its bundle, a slash, its id. */
export function keyOf(
  { keyBlocks, keys }: Pick<SearchSections, 'keyBlocks' | 'keys'>,
  entity: number,
): string {
  let at = keyBlocks.at(Math.floor(entity / KEYS_IN_BLOCK))
  let key: number[] = []
  for (let left = entity % KEYS_IN_BLOCK; left >= 0; left--) {
    const [shared, length] = [keys[at] as number, keys[at + 1] as number]
    key = [...key.slice(0, shared), ...keys.subarray(at + 2, at + 2 + length)]
    at += 2 + length
  }
  return decoder.decode(Uint8Array.from(key))
}
