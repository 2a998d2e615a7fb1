import { refKey } from '../model/ids.ts'
import type { QuotedMention } from '../model/page-dossier.ts'
import type { Dossier, DossierEntity } from './dossier.ts'

/** What stays the same for every annotation of a collection. */
interface Shared {
  readonly dossier: Dossier
  readonly entities: ReadonlyMap<string, DossierEntity>
  /** Gives an IRI that nothing else has. */
  readonly newId: () => string
}

/**
 * The mentions of the page as W3C Web Annotations (JSON-LD, Web Annotation Data Model, 2017): each found again
 * by its text and what stands around it, and identified by its Wikidata item where the bundle knows one.
 */
export function dossierAnnotations(dossier: Dossier, newId: () => string): string {
  const entities = new Map(dossier.entities.map((each) => [refKey(each.entity), each]))
  const items = dossier.mentions.flatMap((mention) => annotation(mention, { dossier, entities, newId }))
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: newId(),
    type: 'AnnotationCollection',
    label: dossier.title || dossier.url,
    created: dossier.exportedAt,
    generator: GENERATOR,
    total: items.length,
    first: { id: newId(), type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

const GENERATOR = { type: 'Software', name: 'Backgrounder' }

/** A mention whose entity is open identifies nothing, so it is no annotation. */
function annotation(mention: QuotedMention, { dossier, entities, newId }: Shared): object[] {
  const entity = mention.entity && entities.get(refKey(mention.entity))
  if (!entity) return []
  const { exact, prefix, suffix } = mention
  return [
    {
      id: newId(),
      type: 'Annotation',
      motivation: 'identifying',
      created: dossier.exportedAt,
      body: bodies(entity, dossier.lang),
      target: {
        source: dossier.url,
        selector: {
          type: 'TextQuoteSelector',
          exact,
          ...(prefix !== '' && { prefix }),
          ...(suffix !== '' && { suffix }),
        },
      },
    },
  ]
}

function bodies({ name, description, identifiers, note }: DossierEntity, language: string): object[] {
  const item = identifiers.find(({ scheme, value }) => scheme === 'wikidata' && /^Q\d+$/.test(value))
  const text = (value: string, purpose: string) => ({
    type: 'TextualBody',
    value,
    format: 'text/plain',
    language,
    purpose,
  })
  return [
    ...(item
      ? [
          {
            type: 'SpecificResource',
            source: `http://www.wikidata.org/entity/${item.value}`,
            purpose: 'identifying',
          },
        ]
      : []),
    text(name, 'tagging'),
    ...(description === '' ? [] : [text(description, 'describing')]),
    ...(note === undefined ? [] : [text(note, 'commenting')]),
  ]
}
