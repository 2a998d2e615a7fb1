import * as v from 'valibot'
import { ALIAS_KINDS, CONFIDENCES, ENTITY_KINDS } from '../model/entity.ts'
import { ID_PATTERN, MAX_ID_LENGTH } from '../model/ids.ts'
import { parseDate } from '../model/partial-date.ts'
import { MAX_CONTEXT, MAX_FACTS, MAX_IDENTIFIERS, MAX_NAMES, MAX_TEXT_LENGTH } from './limits.ts'
import { nameProblem } from './name-problem.ts'
import { ownText } from './own-text.ts'
import { addressProblem } from './web-address.ts'

/**
 * Record schema v1 (docs/contracts.md): the one gate for what a bundle says of an entity. Objects
 * are loose, because a field that a later format adds is kept, not dropped. Nothing here changes a
 * value: what was hashed is what is held.
 */

const listOf = <const S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))

/** A kebab-case id. */
export const idSchema = v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH), v.regex(ID_PATTERN))

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TEXT_LENGTH))
const name = v.pipe(
  v.string(),
  v.check((value) => nameProblem(value) === undefined, 'no usable name'),
)

/** Dates that were read before: a bundle has some ten thousand different ones, and each comes again and again. */
const knownDates = new Set<string>()
const MOST_KNOWN_DATES = 20_000

function isDate(text: string): boolean {
  if (knownDates.has(text)) return true
  if (!parseDate(text).ok) return false
  if (knownDates.size === MOST_KNOWN_DATES) knownDates.clear()
  knownDates.add(ownText(text))
  return true
}

const date = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((value) => isDate(value), 'no EDTF date'),
)
const day = v.pipe(v.string(), v.isoDate())

/** An http or https address without credentials. */
export const addressSchema = v.pipe(
  v.string(),
  v.check((value) => addressProblem(value) === undefined, 'no plain web address'),
)

/** A BCP 47 tag, by its shape. */
export const langSchema = v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/))

const aliasSchema = v.looseObject({
  text: name,
  lang: langSchema,
  kind: v.picklist(ALIAS_KINDS),
  rules: v.optional(
    v.looseObject({ case: v.optional(v.picklist(['exact', 'folded'])), ambiguous: v.optional(v.boolean()) }),
  ),
})

const statementSchema = v.pipe(
  v.looseObject({
    property: idSchema,
    value: v.optional(text),
    entity: v.optional(idSchema),
    start: v.optional(date),
    end: v.optional(date),
    acting: v.optional(v.boolean()),
    confidence: v.picklist(CONFIDENCES),
    source: idSchema,
    checkedOn: v.optional(day),
  }),
  v.check(
    (each) => (each.value === undefined) !== (each.entity === undefined),
    'exactly one of value and entity',
  ),
  // The same for the scan, which makes no object that could be asked (`compile-scan.ts`).
  v.metadata({ exactlyOne: ['value', 'entity'] }),
)

const eventSchema = v.looseObject({
  date,
  title: text,
  source: idSchema,
  confidence: v.optional(v.picklist(CONFIDENCES)),
})

const sourceSchema = v.looseObject({
  id: idSchema,
  title: text,
  publisher: text,
  url: addressSchema,
  date: v.optional(date),
})

/** The shape and the sizes of one record; `readRecord` adds what a shape cannot say. */
export const recordSchema = v.looseObject({
  id: idSchema,
  kind: v.picklist(ENTITY_KINDS),
  names: v.pipe(listOf(v.looseObject({ text: name, lang: langSchema }), MAX_NAMES), v.minLength(1)),
  aliases: listOf(aliasSchema, MAX_NAMES),
  descriptions: listOf(v.looseObject({ text, lang: langSchema }), MAX_NAMES),
  statements: listOf(statementSchema, MAX_FACTS),
  events: listOf(eventSchema, MAX_FACTS),
  relations: listOf(v.looseObject({ relation: idSchema, entity: idSchema }), MAX_FACTS),
  context: listOf(v.pipe(text, v.maxLength(200)), MAX_CONTEXT),
  identifiers: listOf(
    v.looseObject({ scheme: idSchema, value: v.pipe(text, v.maxLength(200)) }),
    MAX_IDENTIFIERS,
  ),
  sources: listOf(sourceSchema, MAX_FACTS),
})
