import { refKey } from '../model/ids.ts'
import type { PageEntity } from '../model/page-marks.ts'
import { yearsIn } from '../text/years.ts'
import type { MarkedBlock } from './marked-block.ts'
import type { PageBlock } from './page-block.ts'

/** A block's years are looked for once: its text never changes. */
const yearsOfBlock = new WeakMap<PageBlock, readonly number[]>()

/** The entities with the years that the blocks with their marks name, in order. */
export function withYears(
  entities: readonly PageEntity[],
  blocks: readonly MarkedBlock[],
): readonly PageEntity[] {
  const years = new Map<string, Set<number>>()
  for (const marked of blocks) {
    const named = yearsOf(marked.block)
    if (named.length === 0) continue
    for (const { entity } of marked.senses()) {
      if (entity === null) continue
      const key = refKey(entity)
      years.set(key, new Set([...(years.get(key) ?? []), ...named]))
    }
  }
  if (years.size === 0) return entities
  return entities.map((each) => {
    const named = years.get(refKey(each.entity))
    return named === undefined ? each : { ...each, years: [...named].sort((a, b) => a - b) }
  })
}

function yearsOf(block: PageBlock): readonly number[] {
  const known = yearsOfBlock.get(block) ?? yearsIn(block.text)
  yearsOfBlock.set(block, known)
  return known
}
