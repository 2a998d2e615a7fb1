import { recordOf } from '../bundle/record-of.ts'
import type { EntityRecord } from '../model/entity.ts'
import type { BundleId, EntityRef } from '../model/ids.ts'

/** What indexes are made of: under which names an entity is known, and how many facts, events and ties it has. */
export interface NamedEntity {
  readonly ref: EntityRef
  readonly record: Pick<EntityRecord, 'kind' | 'names' | 'aliases'>
  readonly known: number
}

/** What stands behind the names in a line as nearly all are written; nothing like it can stand inside a text. */
const BEHIND_NAMES = ',"descriptions":'

/** How each fact, tie and event begins there. */
const KNOWN = ['{"property":', '{"relation":', '{"date":']

/**
 * The names in a bundle's line, without making the rest of its record: an index of a million entities is read in half the
 * time. A line that is written in another order is read as a whole.
 */
export function namedEntity(bundle: BundleId, line: string): NamedEntity {
  const end = line.indexOf(BEHIND_NAMES)
  const front = end < 0 ? undefined : frontOf(line.slice(0, end))
  if (!front) return wholeEntity(bundle, line)
  const { id, ...record } = front
  const known = KNOWN.reduce((sum, opening) => sum + countOf(line, opening, end), 0)
  return { ref: { bundle, entity: id }, record, known }
}

type Front = NamedEntity['record'] & Pick<EntityRecord, 'id'>

function frontOf(text: string): Front | undefined {
  try {
    const front = JSON.parse(`${text}}`) as Partial<EntityRecord>
    const { id, kind, names, aliases } = front
    return id && kind && Array.isArray(names) && Array.isArray(aliases) && !('statements' in front)
      ? { id, kind, names, aliases }
      : undefined
  } catch {
    return undefined
  }
}

function wholeEntity(bundle: BundleId, line: string): NamedEntity {
  const record = recordOf(line)
  const { statements, relations, events } = record
  const known = statements.length + relations.length + events.length
  return { ref: { bundle, entity: record.id }, record, known }
}

function countOf(line: string, opening: string, from: number): number {
  let count = 0
  for (let at = line.indexOf(opening, from); at >= 0; at = line.indexOf(opening, at + 1)) count += 1
  return count
}
