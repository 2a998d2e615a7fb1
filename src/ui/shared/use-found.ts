import { useEffect, useState } from 'preact/hooks'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { FoundEntity, Lookup } from '../../model/lookup.ts'

/** The records of some entities, as they arrive; none where they cannot be read. */
export function useFound(lookup: Lookup, entities: readonly EntityRef[]): readonly FoundEntity[] {
  const [found, setFound] = useState<readonly FoundEntity[]>([])
  const wanted = entities.map(refKey).join()
  useEffect(() => {
    let isWanted = true
    lookup.entities(entities).then(
      (known) => isWanted && setFound(known),
      // What is shown with them does not depend on them.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [lookup, wanted])
  return found
}
