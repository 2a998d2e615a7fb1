import * as v from 'valibot'

/**
 * The shapes of TUF metadata (specification 1.0.34, section 4). Loose: fields that are not known are signed with the
 * rest and ignored. Nothing here changes a value.
 */

const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least))
/** Lower-case hexadecimal of any hash; which algorithms count is the profile's business. */
const hashes = v.pipe(
  v.record(v.pipe(v.string(), v.minLength(1)), v.pipe(v.string(), v.regex(/^[0-9a-f]{32,128}$/))),
  v.check((all) => Object.keys(all).length > 0, 'no hash'),
)

const common = {
  spec_version: v.pipe(v.string(), v.regex(/^1\.\d{1,4}(?:\.\d{1,4})?$/, 'not TUF 1')),
  version: whole(1),
  expires: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
    v.check((text) => !Number.isNaN(Date.parse(text)), 'no instant'),
  ),
}

const key = v.looseObject({
  keytype: v.string(),
  scheme: v.string(),
  keyval: v.looseObject({ public: v.string() }),
})
const keys = v.record(v.string(), key)

/** A key id counts once; where it stands twice, the role was written to look better guarded than it is. */
const keyids = v.pipe(
  v.array(v.string()),
  v.maxLength(64),
  v.check((all) => new Set(all).size === all.length, 'a key id stands twice'),
)
const role = { keyids, threshold: whole(1) }
const topRole = v.looseObject(role)

const rootSchema = v.looseObject({
  _type: v.literal('root'),
  ...common,
  consistent_snapshot: v.optional(v.boolean()),
  keys,
  roles: v.looseObject({ root: topRole, timestamp: topRole, snapshot: topRole, targets: topRole }),
})

const metaFile = v.looseObject({
  version: whole(1),
  length: v.optional(whole(1)),
  hashes: v.optional(hashes),
})

const timestampSchema = v.looseObject({
  _type: v.literal('timestamp'),
  ...common,
  meta: v.strictObject({ 'snapshot.json': metaFile }),
})

const snapshotSchema = v.looseObject({
  _type: v.literal('snapshot'),
  ...common,
  meta: v.pipe(
    v.record(v.string(), metaFile),
    v.check((all) => 'targets.json' in all, 'no targets.json'),
  ),
})

const delegatedRole = v.pipe(
  v.looseObject({
    ...role,
    name: v.pipe(v.string(), v.minLength(1)),
    terminating: v.boolean(),
    paths: v.optional(v.array(v.string())),
    path_hash_prefixes: v.optional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{1,64}$/)))),
  }),
  v.check(
    (each) => (each.paths === undefined) !== (each.path_hash_prefixes === undefined),
    'exactly one of paths and path_hash_prefixes',
  ),
)

const TOP_NAMES: ReadonlySet<string> = new Set(['root', 'timestamp', 'snapshot', 'targets'])

const delegations = v.pipe(
  v.looseObject({
    keys,
    roles: v.optional(
      v.pipe(
        v.array(delegatedRole),
        v.check((all) => new Set(all.map((each) => each.name)).size === all.length, 'a role stands twice'),
        v.check((all) => all.every((each) => !TOP_NAMES.has(each.name)), 'a top role cannot be delegated'),
      ),
    ),
    succinct_roles: v.optional(
      v.looseObject({
        ...role,
        bit_length: v.pipe(whole(1), v.maxValue(32)),
        name_prefix: v.pipe(v.string(), v.minLength(1)),
      }),
    ),
  }),
  v.check(
    (each) => (each.roles === undefined) !== (each.succinct_roles === undefined),
    'exactly one of roles and succinct_roles',
  ),
)

const targetsSchema = v.looseObject({
  _type: v.literal('targets'),
  ...common,
  targets: v.record(v.pipe(v.string(), v.minLength(1)), v.looseObject({ length: whole(0), hashes })),
  delegations: v.optional(delegations),
})

/** The shape of `signed` by type. */
export const SIGNED_SCHEMAS = {
  root: rootSchema,
  timestamp: timestampSchema,
  snapshot: snapshotSchema,
  targets: targetsSchema,
} as const

/** The whole file. A key signs once: a second signature could make one key look like two. */
export const metadataSchema = v.looseObject({
  signed: v.looseObject({}),
  signatures: v.pipe(
    v.array(v.looseObject({ keyid: v.string(), sig: v.string() })),
    v.maxLength(64),
    v.check((all) => new Set(all.map((each) => each.keyid)).size === all.length, 'a key signed twice'),
  ),
})
