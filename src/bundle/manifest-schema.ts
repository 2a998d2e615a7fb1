import * as v from 'valibot'
import {
  MAX_ALIASES,
  MAX_COMPRESSION_RATIO,
  MAX_DELTAS,
  MAX_ENTITIES,
  MAX_PART_BYTES,
  MAX_PART_RAW_BYTES,
  MAX_PARTS,
  MAX_TITLE_LENGTH,
  MAX_URL_LENGTH,
} from './limits.ts'
import { BUNDLE_FORMAT } from './manifest.ts'
import { addressSchema, idSchema, langSchema } from './record-schema.ts'
import { STATE_ALGORITHM, STATE_BUCKETS } from './state-digest.ts'

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const title = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE_LENGTH))
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'no instant'),
)
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** A file as `bundle.json` names it; how many bytes it has and which, the signed targets say. */
const named = (path: RegExp) => ({
  path: v.pipe(v.string(), v.regex(path)),
  raw: count(MAX_PART_RAW_BYTES),
  records: count(MAX_ENTITIES),
})
const FULL_PATH = /^full-\d{5}\.jsonl\.gz$/
const DELTA_PATH = /^delta-[1-9]\d{0,15}-[1-9]\d{0,15}(?:\.p\d{1,3})?\.jsonl\.gz$/

/** A file with its bytes: where no targets say them, or once both are put together. */
const packed = {
  length: v.pipe(count(MAX_PART_BYTES), v.minValue(1)),
  sha256,
}
const isCredible = (part: { raw: number; length: number }) => part.raw <= part.length * MAX_COMPRESSION_RATIO
const TOO_DENSE = 'compressed too well to be records'
const partSchema = v.pipe(
  v.looseObject({ ...named(FULL_PATH), ...packed }),
  v.check((part) => isCredible(part), TOO_DENSE),
)

/** What is held against the limits once the length of a file is known. */
export const packedSchema = v.pipe(
  v.looseObject({ raw: v.number(), ...packed }),
  v.check((part) => isCredible(part), TOO_DENSE),
)

const generation = v.pipe(v.number(), v.integer(), v.minValue(1))

const deltaSchema = v.pipe(
  v.looseObject({
    from: generation,
    fromState: sha256,
    to: generation,
    toState: sha256,
    puts: count(MAX_ENTITIES),
    dels: count(MAX_ENTITIES),
    parts: v.pipe(v.array(v.looseObject(named(DELTA_PATH))), v.maxLength(MAX_PARTS)),
  }),
  v.check((each) => each.from < each.to, 'a delta that goes back'),
  v.check(
    (each) => each.puts + each.dels === each.parts.reduce((sum, part) => sum + part.records, 0),
    'its parts do not hold what it counts',
  ),
)

const stateSchema = v.looseObject({
  alg: v.literal(STATE_ALGORITHM),
  buckets: v.literal(STATE_BUCKETS),
  root: sha256,
})

const countsSchema = v.looseObject({
  entities: count(MAX_ENTITIES),
  aliases: count(MAX_ALIASES),
  facts: count(Number.MAX_SAFE_INTEGER),
  sources: count(Number.MAX_SAFE_INTEGER),
})

/** Loose: a field that a later version adds is signed with the rest and ignored here. */
const manifestEntries = {
  format: v.literal(BUNDLE_FORMAT),
  minReader: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: idSchema,
  generation,
  title,
  publisher: title,
  homepage: addressSchema,
  license: title,
  langs: v.pipe(v.array(langSchema), v.maxLength(100)),
  created: instant,
  counts: countsSchema,
  state: stateSchema,
  supersededBy: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(MAX_URL_LENGTH)))),
}

/** The manifest in the extension package: it stands alone, so that it says itself how many bytes its parts have, and which. */
export const packagedManifestSchema = v.looseObject({
  ...manifestEntries,
  full: v.pipe(v.array(partSchema), v.maxLength(MAX_PARTS)),
})

/** The manifest that signed targets name: they say how many bytes its files have, and which. */
export const bundleManifestSchema = v.looseObject({
  ...manifestEntries,
  full: v.pipe(v.array(v.looseObject(named(FULL_PATH))), v.maxLength(MAX_PARTS)),
  rootDigest: sha256,
  deltas: v.pipe(v.array(deltaSchema), v.maxLength(MAX_DELTAS)),
})
