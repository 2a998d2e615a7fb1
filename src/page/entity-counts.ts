import { refKey } from '../model/ids.ts'
import type { Mention } from '../model/mention.ts'
import type { PageEntity } from '../model/page-marks.ts'

interface Marked {
  readonly mention: Mention
}

/** The entities of marks with the number of their marks, in the order of the first one. Ambiguous mentions belong to none. */
export function countEntities(marks: readonly Marked[]): readonly PageEntity[] {
  const counted = new Map<string, PageEntity>()
  for (const { mention } of marks) {
    const { entity, name, type: kind } = mention
    if (entity === null) continue
    const before = counted.get(refKey(entity))
    counted.set(
      refKey(entity),
      before ? { ...before, count: before.count + 1 } : { entity, name, kind, count: 1 },
    )
  }
  return [...counted.values()]
}
