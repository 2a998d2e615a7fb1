import type { EntityRecord } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'

/** What the checks of a whole generation need of a record. The record itself is made only where it is shown. */
export interface RecordOutline {
  readonly id: EntityId
  /** Names and aliases. */
  readonly aliases: number
  /** Statements and events. */
  readonly facts: number
  /** The ids of the sources that it carries. */
  readonly sources: readonly string[]
  /** The ids of the entities that it names, in its own order. */
  readonly named: readonly string[]
}

/** The outline of a record that passed the gate. */
export const outlineOf = ({
  id,
  names,
  aliases,
  statements,
  events,
  relations,
  sources,
}: EntityRecord): RecordOutline => ({
  id,
  aliases: names.length + aliases.length,
  facts: statements.length + events.length,
  sources: sources.map((source) => source.id),
  named: [...statements, ...relations].flatMap(({ entity }) => entity ?? []),
})
