import { hashBuckets, StateBuilder, stateEntry, stateRoot } from '../../../bundle/state-digest.ts'
import type { CompiledBundle } from '../compile-sources.ts'

/** One generation as it was or will be published: the line of each record by id, in ascending order, and their digest. */
export interface PublishedState {
  readonly generation: number
  readonly root: string
  readonly lines: ReadonlyMap<string, string>
}

/** The state of compiled records. */
export function stateOf({ header, records }: CompiledBundle): PublishedState {
  const lines = new Map(records.map((record) => [record.id as string, JSON.stringify(record)]))
  return { generation: header.generation, root: rootOfLines(lines), lines }
}

/** The digest of lines by id. */
export function rootOfLines(lines: ReadonlyMap<string, string>): string {
  const builder = new StateBuilder()
  for (const [id, line] of lines) builder.add(stateEntry(id, line))
  return stateRoot(hashBuckets(builder.buckets()))
}
