import { describe, expect, test } from 'vitest'
import type { EntityKind } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { mentionOf, type Sense } from '../../../src/model/packed-recognition.ts'
import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts'
import type { Mark } from '../../../src/page/marked-block.ts'
import type { PageBlock } from '../../../src/page/page-block.ts'
import { type MarkPreferences, showing } from '../../../src/page/shown-marks.ts'

interface Given {
  readonly id: string
  readonly section?: number
  readonly kind?: EntityKind
  readonly isOwn?: boolean
  readonly senses?: readonly string[]
}

const refOf = (id: string) => ({ bundle: 'test' as BundleId, entity: id as EntityId })

/** A mark as far as choosing goes; where it stands on a page is told by `sectionOf`. */
function markOf({ id, kind = 'organization', isOwn = false, senses }: Given): Mark {
  const whom = senses ? { entity: null, candidates: senses.map(refOf) } : { entity: refOf(id) }
  const sense: Sense = { name: id, type: kind, via: 'name', ...whom, ...(isOwn && { own: true }) }
  const block: PageBlock = { text: id, container: {} as Node, texts: null }
  return { block, sense, mention: mentionOf(sense, id, 0, id.length), hints: [], pieces: [] }
}

function shown(given: readonly Given[], preferences: Partial<MarkPreferences>): string[] {
  const marks = given.map(markOf)
  const sectionOf = (mark: Mark) => given[marks.indexOf(mark)]?.section ?? 0
  return marks
    .filter(showing({ ...DEFAULT_SETTINGS, ...preferences }, sectionOf))
    .map((mark) => `${mark.sense.name}${marks.indexOf(mark)}`)
}

const PAGE: readonly Given[] = [
  { id: 'un', section: 1 },
  { id: 'itu', section: 1 },
  { id: 'un', section: 1 },
  { id: 'un', section: 2 },
  { id: 'itu', section: 3 },
  { id: 'itu', section: 3 },
]

describe('the marks that are shown', () => {
  test('are all, unless the reader wants fewer', () => {
    expect(shown(PAGE, {})).toHaveLength(PAGE.length)
  })

  test('are the first of each entity in each section', () => {
    expect(shown(PAGE, { density: 'section' })).toEqual(['un0', 'itu1', 'un3', 'itu4'])
  })

  test('are the first of each entity on the page', () => {
    expect(shown(PAGE, { density: 'page' })).toEqual(['un0', 'itu1'])
  })

  test('are one for the same senses of an open name, and another for other senses', () => {
    const open = [
      { id: 'a', senses: ['x', 'y'] },
      { id: 'b', senses: ['x', 'y'] },
      { id: 'c', senses: ['x', 'z'] },
    ]
    expect(shown(open, { density: 'page' })).toEqual(['a0', 'c2'])
  })

  test('are of the wanted kinds alone', () => {
    const kinds = [{ id: 'norov', kind: 'person' as const }, { id: 'un' }]
    expect(shown(kinds, { unmarkedKinds: ['person'] })).toEqual(['un1'])
  })

  test('are the reader’s own only where that was agreed: the page can see what is painted', () => {
    const own = [{ id: 'mine', isOwn: true }, { id: 'un' }]
    expect(shown(own, {})).toEqual(['un1'])
    expect(shown(own, { paintOwnNames: true })).toEqual(['mine0', 'un1'])
  })

  test('are none of a bundle that the reader keeps private, unless that was agreed', () => {
    const page = [{ id: 'un' }, { id: 'itu', senses: ['itu', 'sco'] }]
    expect(shown(page, { privateBundles: ['another'] })).toEqual(['un0', 'itu1'])
    expect(shown(page, { privateBundles: ['test'] })).toEqual([])
    expect(shown(page, { privateBundles: ['test'], paintOwnNames: true })).toEqual(['un0', 'itu1'])
  })

  test('count the first that is shown: one that is not painted does not stand for the next', () => {
    const mixed = [{ id: 'un', isOwn: true }, { id: 'un' }]
    expect(shown(mixed, { density: 'page' })).toEqual(['un1'])
  })
})
