import type { EntityRecord } from '../model/entity.ts'
import { wordsOf } from './words.ts'

/** What search needs of a record: under which names it is found. */
export type NamedRecord = Pick<EntityRecord, 'names' | 'aliases'>

/** Every name and alias with its words, in their order; of two that read the same the first. */
export function distinctNames({ names, aliases }: NamedRecord): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>()
  const distinct = new Map<string, readonly string[]>()
  const read = ({ text }: { readonly text: string }): void => {
    const words = wordsOf(text)
    const key = words.join(' ')
    if (words.length === 0 || seen.has(key)) return
    seen.add(key)
    distinct.set(text, words)
  }
  names.forEach(read)
  aliases.forEach(read)
  return distinct
}
