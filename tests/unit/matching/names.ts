import { buildIndex } from '../../../src/matching/build-index.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { IndexedName, NameIndex } from '../../../src/matching/types.ts'
import type { EntityRef } from '../../../src/model/ids.ts'

/** A name for tests; what a test does not care about is filled in. */
export const named = (text: string, rest: Partial<Omit<IndexedName, 'text'>> = {}): IndexedName => ({
  text,
  lang: 'en',
  kind: 'full',
  caseRule: 'folded',
  ambiguous: false,
  entity: { bundle: 'tests', entity: 'some-entity' } as EntityRef,
  ...rest,
})

/** An opened index of names. */
export function indexOf(names: Iterable<IndexedName>): NameIndex {
  const opened = openIndex(buildIndex(names, { seed: 1 }))
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

/** The surfaces that a scan finds. */
export const surfaces = (index: NameIndex, text: string): string[] =>
  index.scan(text).map((each) => text.slice(each.start, each.end))
