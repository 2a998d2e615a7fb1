import { type EntityRef, refKey } from '../model/ids.ts'
import type { PageEntity } from '../model/page-marks.ts'
import { yearsIn } from '../text/years.ts'
import type { PageBlock } from './page-block.ts'

interface Marked {
  readonly mention: { readonly entity: EntityRef | null }
}

/** A block's years are looked for once: its text never changes. */
const yearsOfBlock = new WeakMap<PageBlock, readonly number[]>()

/** The entities with the years that the blocks with their marks name, in order. */
export function withYears(
  entities: readonly PageEntity[],
  blocks: ReadonlyMap<PageBlock, readonly Marked[]>,
): readonly PageEntity[] {
  const years = new Map(entities.map(({ entity }) => [refKey(entity), new Set<number>()]))
  for (const [block, marks] of blocks)
    for (const { mention } of marks)
      for (const year of yearsOf(block))
        if (mention.entity !== null) years.get(refKey(mention.entity))?.add(year)
  return entities.map((each) => {
    const named = years.get(refKey(each.entity))
    return named === undefined || named.size === 0
      ? each
      : { ...each, years: [...named].sort((a, b) => a - b) }
  })
}

function yearsOf(block: PageBlock): readonly number[] {
  const known = yearsOfBlock.get(block) ?? yearsIn(block.text)
  yearsOfBlock.set(block, known)
  return known
}
