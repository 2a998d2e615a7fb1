import { refKey } from '../model/ids.ts'
import type { Sense } from '../model/packed-recognition.ts'
import type { PageEntity } from '../model/page-marks.ts'
import type { MarkedBlock } from './marked-block.ts'

/** The entities of marks with the number of their marks, in the order of the first one. Ambiguous mentions belong to none. */
export function countEntities(blocks: readonly MarkedBlock[]): readonly PageEntity[] {
  const counted = new Map<string, PageEntity>()
  for (const [{ entity, name, type: kind }, count] of countSenses(blocks)) {
    if (entity === null) continue
    const key = refKey(entity)
    const before = counted.get(key)
    counted.set(key, before ? { ...before, count: before.count + count } : { entity, name, kind, count })
  }
  return [...counted.values()]
}

/** Many mentions share one sense, which is one object. */
function countSenses(blocks: readonly MarkedBlock[]): ReadonlyMap<Sense, number> {
  const counted = new Map<Sense, number>()
  for (const block of blocks)
    for (const sense of block.senses()) counted.set(sense, (counted.get(sense) ?? 0) + 1)
  return counted
}
