import { describe, expect, test } from 'vitest'
import { ownNamesOf, withOwnFlagged } from '../../../src/background/own-names.ts'
import { recognise } from '../../../src/linking/recognise.ts'
import { viewsFrom } from '../../../src/linking/view-source.ts'
import { buildIndex } from '../../../src/matching/build-index.ts'
import { namesOf } from '../../../src/matching/names-of-record.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { EntityRef } from '../../../src/model/ids.ts'
import type { Lookup } from '../../../src/model/lookup.ts'
import type { OwnAlias } from '../../../src/model/own-layer.ts'
import { ref } from '../facts/record.ts'
import { WORLD } from '../linking/world.ts'

const own = (entity: string, text: string): OwnAlias => ({
  entity: ref(entity),
  name: entity,
  kind: 'organization',
  text,
  lang: 'en',
  addedAt: '2026-11-28T10:00:00Z',
})

const lookup: Lookup = {
  entities: async (refs: readonly EntityRef[]) =>
    refs.flatMap((each) => {
      const record = WORLD.find(({ id }) => id === each.entity)
      return record ? [{ ref: each, record }] : []
    }),
  search: async () => ({ hits: [] }),
  bundles: async () => [],
}

/** Recognises a text with the names of the small world and some of the reader's own, in one scan. */
async function read(text: string, aliases: readonly OwnAlias[]) {
  const names = await ownNamesOf(aliases, lookup)
  const bundled = WORLD.flatMap((record) => namesOf(record, ref(record.id)))
  const index = openIndex(buildIndex([...bundled, ...names.names], { seed: 1 }))
  if (!index.ok) throw new Error(index.error)
  const views = viewsFrom((refs) => lookup.entities(refs))
  const found = await recognise({ blocks: [{ text }] }, { index: index.value, views })
  const [block] = withOwnFlagged(found, names).blocks
  return block?.mentions.map(({ surface, entity, own: isOwn }) => [surface, entity?.entity, isOwn ?? false])
}

describe('a name of the reader’s own', () => {
  test('is recognised beside those of the bundle, and flagged', async () => {
    const text = 'Friends of the Shanghai club met the Shanghai Cooperation Organisation.'
    expect(await read(text, [own('sco', 'Shanghai club')])).toEqual([
      ['Shanghai club', 'sco', true],
      ['Shanghai Cooperation Organisation', 'sco', false],
    ])
  })

  test('in capitals is recognised as written only', async () => {
    const text = 'The SHCLUB met; a shclub is something else.'
    expect(await read(text, [own('sco', 'SHCLUB')])).toEqual([['SHCLUB', 'sco', true]])
  })

  test('that its bundle has already is the bundle’s, and not flagged', async () => {
    const text = 'The Shanghai Cooperation Organisation met.'
    const aliases = [own('sco', 'SHANGHAI cooperation organisation')]
    expect((await ownNamesOf(aliases, lookup)).names).toEqual([])
    expect(await read(text, aliases)).toEqual([['Shanghai Cooperation Organisation', 'sco', false]])
  })

  test('of an entity that is not installed waits until it is', async () => {
    expect(await ownNamesOf([own('no-such-entity', 'Shanghai club')], lookup)).toMatchObject({ names: [] })
  })

  test('makes an index of its own: another set, another key', async () => {
    const keyOf = async (...aliases: OwnAlias[]) => (await ownNamesOf(aliases, lookup)).key
    const keys = await Promise.all([
      keyOf(),
      keyOf(own('sco', 'Shanghai club')),
      keyOf(own('itu', 'Shanghai club')),
      keyOf(own('sco', 'Shanghai clubs')),
    ])
    expect(keys[0]).toBe('')
    expect(new Set(keys).size).toBe(4)
    expect(await keyOf(own('sco', 'Shanghai club'))).toBe(keys[1])
  })
})
