import { buildIndex } from '../../../src/matching/build-index.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { IndexedName } from '../../../src/matching/types.ts'
import { PEERS } from './peers.ts'

/** A name found: UTF-16 offsets into the text as it was given. */
export interface Found {
  readonly start: number
  readonly end: number
}

/** A matcher that has been built. */
export interface Built {
  /** All that it does with a text: folding, boundaries, case rules, leftmost-longest, offsets. */
  scan(text: string): readonly Found[]
  /** The bytes it takes, where it can tell. */
  readonly bytes?: number
  /** Of these, those that only tell which entity a name belongs to. */
  readonly entityBytes?: number
}

/** What builds a matcher of names. */
export type Engine = (names: readonly IndexedName[]) => Promise<Built> | Built

const ENTITY_SECTIONS = [8, 9]
const SECTIONS_AT = 11

/** Ours: the real code, and nothing else. */
function ours(names: readonly IndexedName[]): Built {
  const buffer = buildIndex(names)
  const index = openIndex(buffer)
  if (!index.ok) throw new Error(index.error)
  return {
    scan: (text) => index.value.scan(text),
    bytes: buffer.byteLength,
    entityBytes: entityBytesOf(buffer),
  }
}

/** The records of entities, and the half of the blocks of names that leads to them. */
function entityBytesOf(buffer: ArrayBuffer): number {
  const header = new Uint32Array(buffer, 0, 64)
  const lengthOf = (section: number) => header[SECTIONS_AT + 2 * section + 1] ?? 0
  return ENTITY_SECTIONS.reduce((sum, section) => sum + lengthOf(section), lengthOf(4) / 2)
}

/** All engines by name. */
export const ENGINES: ReadonlyMap<string, Engine> = new Map<string, Engine>([['ours', ours], ...PEERS])
