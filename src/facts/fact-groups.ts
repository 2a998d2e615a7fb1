import type { FactView } from '../model/card.ts'
import { newestFirst } from './newest-first.ts'
import { type FactGroupName, groupOf, placeOf } from './property-order.ts'
import { factView, type Subject } from './views.ts'

/** The facts of one property, the newest first. */
export interface PropertyFacts {
  readonly property: string
  readonly facts: readonly FactView[]
}

/** The facts under one heading of the entity page. */
export interface FactGroup {
  readonly group: FactGroupName
  readonly properties: readonly PropertyFacts[]
}

/** All facts of an entity by heading and property, in the vocabulary's order; empty headings are left out. */
export function factGroups(subject: Subject): FactGroup[] {
  const facts = subject.record.statements.flatMap((statement) => factView(subject, statement) ?? [])
  const properties = [...Map.groupBy(facts, (fact) => fact.property)].map(propertyFacts)
  const ordered = properties.sort((a, b) => placeOf(a.property) - placeOf(b.property))
  const groups = Map.groupBy(ordered, ({ property }) => groupOf(property))
  return [...groups].map(([group, members]) => ({ group, properties: members }))
}

const propertyFacts = ([property, facts]: [string, FactView[]]): PropertyFacts => ({
  property,
  facts: facts.sort(newestFirst),
})
