import { endsBeforeStart } from '../../bundle/ends-before-start.ts'
import { CONFIDENCES, type EntityEvent, type Relation, type Statement } from '../../model/entity.ts'
import type { EntityId, SourceId } from '../../model/ids.ts'
import { type SourceNode, textOf, valueAt } from './source-node.ts'
import { fielded, oneOf, optional, present, type Read, required, truth } from './source-reader.ts'
import { date, day, reference, words } from './values.ts'
import { checkValue, type Vocabulary } from './vocabulary-check.ts'

/** All that a place in the sources may refer to. */
export interface Declared {
  readonly entities: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  readonly vocabulary: Vocabulary
}

const citation = (declared: Declared): Read<SourceId> =>
  reference(
    'source',
    declared.sources,
    'Declare it under "sources:" in any file of the bundle',
  ) as Read<SourceId>

const otherEntity = (declared: Declared): Read<EntityId> =>
  reference(
    'entity',
    declared.entities,
    'Declare it under "entities:" in any file of the bundle',
  ) as Read<EntityId>

const confidence = oneOf(CONFIDENCES, 'confidence')

/** Reads one item of `statements:`. A date property's start follows from its value. */
export function readStatement(declared: Declared): Read<Statement> {
  const { vocabulary } = declared
  const read = fielded(
    'The statement',
    {
      property: required(
        reference(
          'property',
          new Set(vocabulary.properties.keys()),
          'The properties are in docs/vocabulary.md',
        ),
        'Say what it states; the properties are in docs/vocabulary.md',
      ),
      value: optional(words()),
      entity: optional(otherEntity(declared)),
      start: optional(date),
      end: optional(date),
      acting: optional(truth),
      confidence: required(confidence, `Add one of: ${CONFIDENCES.join(', ')}`),
      source: required(citation(declared), 'Every fact cites the source where it can be read'),
      checkedOn: optional(day),
    },
    (_read, node) => checkStatement(node, vocabulary),
  )
  return (node) => {
    const found = read(node)
    if (!found) return undefined
    const isDate = vocabulary.properties.get(found.property) === 'date'
    return present<Statement>({
      property: found.property,
      value: found.value,
      entity: found.entity,
      start: isDate ? found.value : found.start,
      end: found.end,
      acting: found.acting,
      confidence: found.confidence,
      source: found.source,
      checkedOn: found.checkedOn,
    })
  }
}

function checkStatement(node: SourceNode, vocabulary: Vocabulary): void {
  const [value, entity] = [valueAt(node, 'value'), valueAt(node, 'entity')]
  if (value && entity)
    entity.complain('Both "value" and "entity" are given', 'Keep one: an entity of the bundle, or words')
  if (!value && !entity)
    node.complain('Neither "value" nor "entity" is given', 'Add the one that the property calls for')
  checkInterval(node)
  checkValue(node, vocabulary)
}

function checkInterval(node: SourceNode): void {
  const [start, end] = [valueAt(node, 'start'), valueAt(node, 'end')]
  if (!start || !end || !endsBeforeStart(textOf(start), textOf(end))) return
  end.complain(`The end ${textOf(end)} is before the start ${textOf(start)}`, 'Correct one of the two dates')
}

/** Reads one item of `events:`. */
export function readEvent(declared: Declared): Read<EntityEvent> {
  const read = fielded('The event', {
    date: required(date, 'Add when it happened'),
    title: required(words(), 'Say in one line what happened'),
    source: required(citation(declared), 'Every event cites the source where it can be read'),
    confidence: optional(confidence),
  })
  return (node) => {
    const found = read(node)
    if (!found) return undefined
    const { date: when, title, source, confidence: trust } = found
    return present<EntityEvent>({ date: when, title, source, confidence: trust })
  }
}

/** Reads one item of `relations:`. */
export function readRelation(declared: Declared): Read<Relation> {
  const advice = 'The relations are in docs/vocabulary.md'
  const read = fielded('The relation', {
    relation: required(reference('relation', declared.vocabulary.relations, advice), advice),
    entity: required(otherEntity(declared), 'Add the id of the other entity'),
  })
  return (node) => {
    const relation = read(node)
    return relation && { relation: relation.relation, entity: relation.entity }
  }
}
