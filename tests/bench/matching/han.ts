import type { IndexedName } from '../../../src/matching/types.ts'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import { joined, topicsOf } from './articles.ts'
import { type Random, randomFrom, zipf } from './random.ts'

const HAN_FIRST = 0x4e00
const HAN_CHARACTERS = 4_000

/** Chinese names of three to ten characters. */
export function hanNames(count: number, seed = 2): IndexedName[] {
  const random = randomFrom(seed)
  const common = zipf(HAN_CHARACTERS)
  const entity: EntityRef = { bundle: 'benchmark' as BundleId, entity: 'han' as EntityId }
  return Array.from({ length: count }, () => ({
    text: hanRun(random, common, 3 + random.below(8)),
    lang: 'zh',
    kind: 'full',
    caseRule: 'folded',
    ambiguous: false,
    entity,
  }))
}

function hanRun(random: Random, common: (random: Random) => number, length: number): string {
  let text = ''
  for (let index = 0; index < length; index++) text += String.fromCharCode(HAN_FIRST + common(random) * 5)
  return text
}

/** Chinese articles with a name about every forty characters, which say as much as a hundred and fifty letters. */
export function hanText(names: readonly IndexedName[], length: number, seed = 3): string {
  const random = randomFrom(seed)
  const common = zipf(HAN_CHARACTERS)
  const topicsAt = topicsOf(random, names)
  const parts: string[] = []
  for (let size = 0; size < length; ) {
    const name = random.below(3) === 0 ? random.pick(topicsAt(size)) : ''
    const part = hanRun(random, common, 6 + random.below(14)) + name + (random.below(4) === 0 ? '。' : '，')
    parts.push(part)
    size += part.length
  }
  return joined(parts, '', length)
}
