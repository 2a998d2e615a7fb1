import { addressProblem } from '../../bundle/web-address.ts'
import { parseDate } from '../../model/partial-date.ts'
import { PROPERTIES, type PropertyValue, RELATIONS } from '../../model/vocabulary.ts'
import { type SourceNode, textOf, valueAt } from './source-node.ts'

/** The properties, each with what its value is, and the relations that sources may use. */
export interface Vocabulary {
  readonly properties: ReadonlyMap<string, PropertyValue>
  readonly relations: ReadonlySet<string>
}

/** The vocabulary of docs/vocabulary.md. */
export const standardVocabulary = (): Vocabulary => ({
  properties: new Map(PROPERTIES.map((term) => [term.id, term.value])),
  relations: new Set(RELATIONS.map((term) => term.id)),
})

/** Complains where a statement's value is not what its property calls for. */
export function checkValue(statement: SourceNode, vocabulary: Vocabulary): void {
  const kind = vocabulary.properties.get(plainAt(statement, 'property') ?? '')
  const entity = valueAt(statement, 'entity')
  if (kind !== 'date' && kind !== 'address') return
  entity?.complain(`The property takes ${kind === 'date' ? 'a date' : 'an address'}`, 'Write it as "value"')
  if (kind === 'date') checkDate(statement)
  else checkAddress(statement)
}

function checkAddress(statement: SourceNode): void {
  const value = plainAt(statement, 'value')
  if (value === undefined || addressProblem(value) === undefined) return
  valueAt(statement, 'value')?.complain(
    `"${value}" is no web address`,
    'Write it in full, beginning with https://',
  )
}

function checkDate(statement: SourceNode): void {
  const value = plainAt(statement, 'value')
  if (value === undefined) return
  const start = plainAt(statement, 'start')
  if (!parseDate(value).ok) {
    valueAt(statement, 'value')?.complain(`"${value}" is no date`, 'Write an EDTF date such as 2001-06-15')
  } else if (start !== undefined && start !== value) {
    valueAt(statement, 'start')?.complain(
      'The start differs from the value',
      'Leave "start" out: it follows from the value',
    )
  }
}

const plainAt = (node: SourceNode, key: string): string | undefined => {
  const value = valueAt(node, key)
  return value && textOf(value)
}
