import { useEffect, useState } from 'preact/hooks'
import type { Lookup } from '../../model/lookup.ts'
import type { PageMarks } from '../../model/page-marks.ts'
import { type ToldEntity, tellEntities } from './load-dossier.ts'

export interface ToldRequest {
  readonly lookup: Lookup
  readonly marks: PageMarks
  readonly today: string
  readonly lang: string
}

/** What is told of a page's entities, by `refKey`. While it loads, or cannot be read, what was there stays. */
export function useTold({ lookup, marks, today, lang }: ToldRequest): ReadonlyMap<string, ToldEntity> {
  const [told, setTold] = useState<ReadonlyMap<string, ToldEntity>>(new Map())
  const refs = marks.entities.map(({ entity }) => entity)
  // The page is asked again and again, and as a rule says the same: only what it says counts.
  const asked = JSON.stringify(refs)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const next = await tellEntities(lookup, refs, { date: marks.date, today, lang })
      if (wanted) setTold(next)
    }
    load().catch((cause: unknown) => console.warn(cause))
    return () => {
      wanted = false
    }
  }, [lookup, asked, marks.date, today, lang])
  return told
}
