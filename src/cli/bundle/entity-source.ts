import { MAX_CONTEXT, MAX_FACTS } from '../../bundle/limits.ts'
import { ENTITY_KINDS, type EntityRecord, type Identifier, type Source } from '../../model/entity.ts'
import type { EntityId, SourceId } from '../../model/ids.ts'
import { localTexts, readAliases, readNames } from './alias-source.ts'
import { type Declared, readEvent, readRelation, readStatement } from './fact-source.ts'
import {
  entriesRead,
  fielded,
  listOf,
  oneOf,
  optional,
  present,
  type Read,
  required,
} from './source-reader.ts'
import { address, date, id, words } from './values.ts'

/** An entity as written: a record whose cited sources are still to be added. */
export type EntitySource = Omit<EntityRecord, 'sources'>

const sourceFields = fielded('The source', {
  id: required(id, 'Add an id by which facts cite it'),
  title: required(words(), 'Add the title of the page or document'),
  publisher: required(words(), 'Say who published it'),
  url: required(address, 'Add the address where it can be read'),
  date: optional(date),
})

/** Reads one item of `sources:`. */
export const readSource: Read<Source> = (node) => {
  const read = sourceFields(node)
  if (!read) return undefined
  const { id: sourceId, title, publisher, url, date: published } = read
  return present<Source>({ id: sourceId as SourceId, title, publisher, url, date: published })
}

const readIdentifiers: Read<readonly Identifier[]> = entriesRead((scheme, entry) => {
  const known = id(entry.key)
  const value = words(200)(entry.value)
  if (known === undefined || value === undefined) return undefined
  if (scheme !== 'wikidata' || /^Q[1-9]\d*$/.test(value)) return { scheme, value }
  entry.value.complain(`"${value}" is no Wikidata item`, 'Write Q and a number, for example Q485207')
  return undefined
})

const NAME_ADVICE = 'Add one for at least one language, for example "names: {en: United Nations}"'

/** Reads one item of `entities:`. */
export function readEntity(declared: Declared): Read<EntitySource> {
  const fields = fielded('The entity', {
    id: required(id, 'Add an id of small letters, digits and hyphens'),
    kind: required(oneOf(ENTITY_KINDS, 'kind of entity'), `Add one of: ${ENTITY_KINDS.join(', ')}`),
    names: required(readNames, NAME_ADVICE),
    description: optional(localTexts(words())),
    aliases: optional(readAliases),
    statements: optional(listOf(readStatement(declared), MAX_FACTS)),
    events: optional(listOf(readEvent(declared), MAX_FACTS)),
    relations: optional(listOf(readRelation(declared), MAX_FACTS)),
    context: optional(listOf(words(200), MAX_CONTEXT)),
    identifiers: optional(readIdentifiers),
  })
  return (node) => {
    const read = fields(node)
    return read && entitySource(read)
  }
}

type EntityFields = Pick<EntityRecord, 'kind' | 'names'> & {
  readonly id: string
  readonly description?: EntityRecord['descriptions']
} & Partial<Pick<EntityRecord, 'aliases' | 'statements' | 'events' | 'relations' | 'context' | 'identifiers'>>

/** The fields in the order in which records are written: the same sources give the same bytes. */
const entitySource = (read: EntityFields): EntitySource => ({
  id: read.id as EntityId,
  kind: read.kind,
  names: read.names,
  aliases: read.aliases ?? [],
  descriptions: read.description ?? [],
  statements: read.statements ?? [],
  events: read.events ?? [],
  relations: read.relations ?? [],
  context: read.context ?? [],
  identifiers: read.identifiers ?? [],
})
