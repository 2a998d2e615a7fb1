import type { EntityRecord } from '../model/entity.ts'

/** A record from its line, which passed the gate before: only what is shown or indexed is made. */
export const recordOf = (line: string): EntityRecord => JSON.parse(line) as EntityRecord
