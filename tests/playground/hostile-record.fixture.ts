import type { EntityRecord, LocalText, Source } from '../../src/model/entity.ts'
import type { Explanation } from '../../src/model/explanation.ts'
import type { EntityId, SourceId } from '../../src/model/ids.ts'
import type { BundleInfo } from '../../src/model/lookup.ts'
import { packagedBundle, ref } from './lookup.fixture.ts'

/** A record with a text in every field that holds one; those of a closed list aside, which the bundle's gate keeps. */
export function hostileRecord(text: string): EntityRecord {
  const local: LocalText = { text, lang: text.slice(0, 35) }
  const source: Source = { id: text as SourceId, title: text, publisher: text, url: text, date: text }
  const fact = { confidence: 'disputed', source: source.id, start: text, end: text, checkedOn: text } as const
  return {
    id: 'hostile' as EntityId,
    kind: 'position',
    names: [local, { ...local, lang: 'ru' }],
    aliases: [{ ...local, kind: 'short' }],
    descriptions: [local],
    statements: [
      { property: text, value: text, ...fact },
      { property: 'caution', value: text, confidence: 'confirmed', source: source.id },
      { property: 'holder', value: text, confidence: 'unconfirmed', source: source.id, acting: true },
      {
        property: 'holder',
        value: text,
        confidence: 'unconfirmed',
        source: source.id,
        start: '2001',
        end: '2030',
      },
      { property: 'website', value: text, confidence: 'confirmed', source: source.id },
      { property: 'founded', entity: text as EntityId, confidence: 'confirmed', source: source.id },
    ],
    events: [
      { date: text, title: text, source: source.id },
      { date: '2015', title: text, source: source.id, confidence: 'unconfirmed' },
      { date: '2025', title: text, source: source.id },
    ],
    relations: [
      { relation: text, entity: text as EntityId },
      { relation: 'head', entity: 'hostile' as EntityId },
      { relation: text, entity: 'sco' as EntityId },
    ],
    context: [text],
    identifiers: [
      { scheme: text, value: text },
      { scheme: 'wikidata', value: text },
    ],
    sources: [source],
  }
}

/** Reasons with a text wherever they hold one. */
export const hostileExplanation = (text: string): Explanation => ({
  start: 0,
  end: 1,
  surface: text,
  linkedFrom: 0.6,
  chosen: [
    {
      entity: ref('hostile'),
      name: text,
      alias: text,
      aliasKind: 'full',
      worth: 1,
      support: 1,
      evidence: [
        { kind: 'related', weight: 1, seen: { entity: ref('hostile'), name: text } },
        { kind: 'context', weight: 1, seen: { word: text } },
      ],
    },
  ],
  rejected: [],
})

/** A bundle that names itself so. */
export const hostileBundle = (text: string): BundleInfo => ({
  ...packagedBundle,
  title: text,
  publisher: text,
  license: text,
})
