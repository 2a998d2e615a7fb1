import type { TopRole } from './metadata.ts'
import type { StoredMetadata } from './stored-metadata.ts'

/** The least version of a role that a second place remembers; 0 where a later root began to count anew. */
export const floorOf = ({ epoch, floor }: StoredMetadata, role: TopRole): number =>
  floor && floor.epoch >= epoch ? floor.versions[role] : 0
