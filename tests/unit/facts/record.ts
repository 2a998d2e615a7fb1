import type { Subject } from '../../../src/facts/views.ts'
import type { EntityRecord, Source, Statement } from '../../../src/model/entity.ts'
import type { BundleId, EntityId, EntityRef, SourceId } from '../../../src/model/ids.ts'

const BUNDLE = 'test' as BundleId
export const id = (text: string): EntityId => text as EntityId
export const ref = (text: string): EntityRef => ({ bundle: BUNDLE, entity: id(text) })

export const GAZETTE: Source = {
  id: 'gazette' as SourceId,
  title: 'On the river commission',
  publisher: 'Gazette',
  url: 'https://gazette.example/river',
  date: '2015-03-01',
}

/** A record with what a test says and nothing else. */
export const record = (given: Partial<EntityRecord> & { readonly id: EntityId }): EntityRecord => ({
  kind: 'organization',
  names: [{ text: given.id, lang: 'en' }],
  aliases: [],
  descriptions: [],
  statements: [],
  events: [],
  relations: [],
  context: [],
  identifiers: [],
  sources: [GAZETTE],
  ...given,
})

/** A confirmed statement from the gazette. */
export const statement = (property: string, rest: Partial<Statement>): Statement => ({
  property,
  confidence: 'confirmed',
  source: GAZETTE.id,
  ...rest,
})

/** A term of office, `dates` as EDTF start and end ("2010/2012-06-30"); an empty part is absent. */
export function term(person: string, dates: string, acting?: boolean): Statement {
  const [start = '', end = ''] = dates.split('/')
  return statement('holder', {
    entity: id(person),
    ...(start && { start }),
    ...(end && { end }),
    ...(acting !== undefined && { acting }),
  })
}

/** A record as a subject whose neighbours are labelled by their id in capitals. */
export const subject = (of: EntityRecord): Subject => ({
  ref: ref(of.id),
  record: of,
  labelOf: ({ entity }) => entity.toUpperCase(),
})
