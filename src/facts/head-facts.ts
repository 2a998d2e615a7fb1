import type { FactView } from '../model/card.ts'
import type { EntityRecord } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import { holdersAt } from './holders.ts'
import type { DayInterval } from './interval.ts'
import { textIn } from './local-text.ts'
import { factView, type Subject } from './views.ts'

/** Gives the record of an entity, or undefined where it is not known. */
export type RecordOf = (ref: EntityRef) => EntityRecord | undefined

/** What is needed to tell who led an entity. */
export interface LedSubject extends Subject {
  readonly recordOf?: RecordOf
  readonly lang?: string
}

/** The relation from an organisation to the position that leads it (docs/vocabulary.md). */
const HEAD = 'head'

/** On a handover day two holders are told; more would be a list, which is the entity page's job. */
const MAX_HEADS = 2

/** The holders, at a date, of the positions that lead an entity; each fact bears the position's name as `office`. */
export function headFacts(subject: LedSubject, at: DayInterval): FactView[] {
  const positions = subject.record.relations.filter(({ relation }) => relation === HEAD)
  return positions.flatMap(({ entity }) => factsOfPosition(subject, entity, at)).slice(0, MAX_HEADS)
}

function factsOfPosition(subject: LedSubject, entity: EntityRef['entity'], at: DayInterval): FactView[] {
  const ref = { bundle: subject.ref.bundle, entity }
  const record = subject.recordOf?.(ref)
  if (!record) return []
  const office = textIn(record.names, subject.lang)
  const facts = holdersAt(record, at).flatMap(
    (term) => factView({ ref, record, labelOf: subject.labelOf }, term) ?? [],
  )
  return facts.map((fact) => ({ ...fact, office }))
}
