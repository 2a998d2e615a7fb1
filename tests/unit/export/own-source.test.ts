import { describe, expect, test } from 'vitest'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { ownSource, readOwnSource } from '../../../src/export/own-source.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import type { OwnAlias, OwnLayer, OwnNote, OwnSubject } from '../../../src/model/own-layer.ts'
import { folderOf } from '../cli/source-folder.ts'

const subject = (bundle: string, entity: string, name: string) =>
  ({
    entity: { bundle: bundle as BundleId, entity: entity as EntityId },
    name,
    kind: 'organization',
  }) as const

const SCO = subject('international-affairs', 'sco', 'Shanghai Cooperation Organisation')
const OTHER = subject('computing', 'sco', 'The SCO Group')

const note = (of: OwnSubject, text: string): OwnNote => ({
  ...of,
  text,
  writtenAt: '2026-11-28T00:00:00.000Z',
})
const alias = (of: OwnSubject, text: string, lang = 'en'): OwnAlias => ({
  ...of,
  text,
  lang,
  addedAt: '2026-11-28T10:00:00Z',
})

const OWN: OwnLayer = {
  notes: [note(SCO, 'Eight members: ask "who next?"\n- and when'), note(OTHER, '=not this one')],
  aliases: [alias(SCO, 'Shanghai club'), alias(SCO, 'ШОС-8', 'ru'), alias(SCO, 'SCO8')],
}
const HEADER = { title: 'Own notes', publisher: 'A reader', created: '2026-11-28T10:00:00Z' }

describe('the own layer as the source of a bundle', () => {
  const text = ownSource(OWN, HEADER)

  test('is the golden file', async () => {
    await expect(text).toMatchFileSnapshot('golden/own-layer.yaml')
  })

  test('passes `bundle check` in a folder of its own', async () => {
    const compiled = await compileSources(await folderOf({ 'bundle.yaml': text }))
    expect(compiled.ok ? [] : compiled.error).toEqual([])
    expect(compiled.ok && compiled.value.records.map(({ id }) => id)).toEqual(['computing-sco', 'sco'])
  })

  test('gives back what was written', () => {
    expect(readOwnSource(text, '2026-11-28T10:00:00Z')).toEqual({ ok: true, value: OWN })
  })

  test('is read as JSON too', () => {
    const json = JSON.stringify({
      format: 'bg-source/1',
      entities: [
        {
          kind: 'person',
          names: { en: 'Vladimir Norov' },
          aliases: [{ text: 'the ambassador', lang: 'en' }],
          identifiers: { backgrounder: 'international-affairs/vladimir-norov' },
        },
      ],
    })
    const read = readOwnSource(json, '2026-11-28T10:00:00Z')
    expect(read).toMatchObject({ ok: true, value: { notes: [], aliases: [{ text: 'the ambassador' }] } })
  })

  test('passes when it is empty', async () => {
    const empty = ownSource({ notes: [], aliases: [] }, HEADER)
    expect(readOwnSource(empty, '2026-11-28T10:00:00Z')).toEqual({
      ok: true,
      value: { notes: [], aliases: [] },
    })
  })

  test.each([
    ['no YAML', '{[', { code: 'not-yaml', where: '' }],
    ['another file', 'entities: []', { code: 'other-file', where: '' }],
    ['nothing', '', { code: 'other-file', where: '' }],
    [
      'an entity without its origin',
      'format: bg-source/1\nentities: [{kind: person, names: {en: Norov}, identifiers: {wikidata: Q1}}]',
      { code: 'wrong-field', where: 'entities.0.identifiers.backgrounder' },
    ],
    [
      'an origin that is none',
      'format: bg-source/1\nentities: [{kind: person, names: {en: Norov}, identifiers: {backgrounder: a/b/c}}]',
      { code: 'wrong-field', where: 'entities.0.identifiers.backgrounder' },
    ],
    [
      'YAML that unfolds',
      'a: &a [x, x]\nformat: bg-source/1\nentities: [*a, *a]',
      { code: 'not-yaml', where: '' },
    ],
  ])('is refused where it is %s', (_, source, error) => {
    expect(readOwnSource(source, '2026-11-28T10:00:00Z')).toEqual({ ok: false, error })
  })
})
