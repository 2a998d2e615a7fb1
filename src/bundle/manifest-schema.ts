import * as v from 'valibot'
import {
  MAX_ALIASES,
  MAX_COMPRESSION_RATIO,
  MAX_ENTITIES,
  MAX_PART_BYTES,
  MAX_PART_RAW_BYTES,
  MAX_PARTS,
  MAX_TITLE_LENGTH,
} from './limits.ts'
import { BUNDLE_FORMAT } from './manifest.ts'
import { publicKeySchema } from './public-key.ts'
import { addressSchema, idSchema, langSchema } from './record-schema.ts'

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const title = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE_LENGTH))
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'no instant'),
)
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const partSchema = v.pipe(
  v.looseObject({
    path: v.pipe(v.string(), v.regex(/^full-\d{5}\.jsonl\.gz$/)),
    length: v.pipe(count(MAX_PART_BYTES), v.minValue(1)),
    sha256,
    raw: count(MAX_PART_RAW_BYTES),
    records: count(MAX_ENTITIES),
  }),
  v.check((part) => part.raw <= part.length * MAX_COMPRESSION_RATIO, 'compressed too well to be records'),
)

const countsSchema = v.looseObject({
  entities: count(MAX_ENTITIES),
  aliases: count(MAX_ALIASES),
  facts: count(Number.MAX_SAFE_INTEGER),
  sources: count(Number.MAX_SAFE_INTEGER),
})

/** What is signed. Loose: a field that a later version adds is signed with the rest and ignored here. */
export const manifestSchema = v.looseObject({
  format: v.literal(BUNDLE_FORMAT),
  minReader: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: idSchema,
  generation: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title,
  publisher: title,
  homepage: addressSchema,
  license: title,
  langs: v.pipe(v.array(langSchema), v.maxLength(100)),
  created: instant,
  expires: v.optional(instant),
  counts: countsSchema,
  full: v.pipe(v.array(partSchema), v.maxLength(MAX_PARTS)),
})

/** `bundle.json` as a whole. Signatures and keys are not signed themselves; the pinned key chooses among them. */
export const envelopeSchema = v.looseObject({
  signed: v.looseObject({}),
  signatures: v.pipe(
    v.array(v.looseObject({ keyid: sha256, sig: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)) })),
    v.maxLength(16),
    v.check((all) => new Set(all.map((each) => each.keyid)).size === all.length, 'a key signed twice'),
  ),
  keys: v.pipe(v.array(publicKeySchema), v.maxLength(16)),
})
