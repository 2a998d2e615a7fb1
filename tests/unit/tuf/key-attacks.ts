import { canonicalBytes } from '../../../src/bundle/crypto.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import { TOP_ROLES, type TopRole } from '../../../src/bundle/tuf/metadata.ts'
import type { Attack } from './attack.ts'
import type { AttackStage } from './attack-stage.ts'
import { namedKey } from './test-keys.ts'
import type { TestRepository } from './test-repository.ts'

/** What somebody can do with some of the keys, or with keys of their own. */

type File = { signed: Record<string, unknown>; signatures: { keyid: string; sig: string }[] }

const FILE: Readonly<Record<TopRole, string>> = {
  root: 'metadata/2.root.json',
  timestamp: 'metadata/timestamp.json',
  snapshot: 'metadata/2.snapshot.json',
  targets: 'metadata/2.targets.json',
}
/** What a reader has taken in before it comes to a role. */
const BEFORE: Readonly<Record<TopRole, readonly TopRole[]>> = {
  root: [],
  timestamp: ['root'],
  snapshot: ['root', 'timestamp'],
  targets: ['root', 'timestamp', 'snapshot'],
}

/** Puts up bytes of a role, named truthfully by whatever is above it: only the role itself is attacked. */
async function putUp(
  repository: TestRepository,
  role: TopRole,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const sign = repository.sign.bind(repository)
  Object.assign(repository, {
    sign: (each: TopRole) => (each === role ? Promise.resolve(bytes) : sign(each)),
  })
  if (role === 'root') await repository.publishRoot(2)
  if (role === 'targets') await repository.publishTargets()
  if (role === 'snapshot' || role === 'targets') await repository.publishSnapshot()
  if (role !== 'root') await repository.publishTimestamp()
}

/** Changes the file of a role without its key. */
const forged = (
  what: string,
  change: (file: File, role: TopRole) => unknown,
  code?: Attack['code'],
): Attack[] =>
  TOP_ROLES.map((role) => ({
    what: `the ${role} ${what}`,
    by: 'delta',
    moves: BEFORE[role],
    ...(code && { code }),
    attack: async ({ repository }) => {
      const file = JSON.parse(new TextDecoder().decode(repository.files.get(FILE[role]))) as File
      const changed = (await change(file, role)) ?? file
      await putUp(
        repository,
        role,
        new TextEncoder().encode(typeof changed === 'string' ? changed : JSON.stringify(changed)),
      )
    },
  }))

/** Signs other content of a role with its own keys. */
const signed = (
  what: string,
  change: (draft: Record<string, unknown>) => object,
  code: Attack['code'],
  roles: readonly TopRole[] = TOP_ROLES,
): Attack[] =>
  roles.map((role) => ({
    what: `the ${role} ${what}, well signed`,
    by: 'delta',
    moves: BEFORE[role],
    ...(code && { code }),
    attack: async ({ repository }: AttackStage) => {
      Object.assign(repository.drafts, {
        [role]: change(repository.drafts[role] as unknown as Record<string, unknown>),
      })
      await putUp(repository, role, await repository.sign(role))
    },
  }))

const resign = async (file: File, ...names: readonly string[]): Promise<void> => {
  const keys = await Promise.all(names.map(namedKey))
  const bytes = canonicalBytes(file.signed as unknown as Json)
  file.signatures = await Promise.all(
    keys.map(async (key) => ({
      keyid: key.keyId,
      sig: Buffer.from(await crypto.subtle.sign('Ed25519', key.privateKey, bytes)).toString('hex'),
    })),
  )
}

/** The same file with its signatures written otherwise. */
const resigned = (file: File, change: (sig: string) => string): File => ({
  ...file,
  signatures: file.signatures.map(({ keyid, sig }) => ({ keyid, sig: change(sig) })),
})

const without = (name: string) => (draft: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(draft).filter(([key]) => key !== name))

export const KEY_ATTACKS: readonly Attack[] = [
  ...forged('without a signature', (file) => ({ ...file, signatures: [] }), 'bad-signature'),
  ...forged('signed by a stranger', (file) => resign(file, 'stranger'), 'bad-signature'),
  ...forged(
    'signed by the keys of all other roles',
    (file, role) => resign(file, ...TOP_ROLES.filter((each) => each !== role)),
    'bad-signature',
  ),
  ...forged(
    'with the signature of other content',
    (file) => ({ ...file, signed: { ...file.signed, extra: 1 } }),
    'bad-signature',
  ),
  ...forged(
    'with another key under the id of its own',
    async (file) => {
      const [own] = file.signatures
      await resign(file, 'stranger')
      const [theirs] = file.signatures
      file.signatures = [{ keyid: own?.keyid ?? '', sig: theirs?.sig ?? '' }]
    },
    'bad-signature',
  ),
  ...forged(
    'signed twice by one key',
    (file) => void file.signatures.push(...file.signatures),
    'wrong-shape',
  ),
  ...forged('with a signature of nothing', (file) => resigned(file, () => ''), 'bad-signature'),
  ...forged(
    'with a signature in capitals',
    (file) => resigned(file, (sig) => sig.toUpperCase()),
    'bad-signature',
  ),
  ...forged(
    'with a field twice',
    (file) => JSON.stringify(file).replace('"version":', '"version":1,"version":'),
    'not-json',
  ),
  ...forged(
    'with __proto__',
    (file) => JSON.stringify(file).replace('"version":', '"__proto__":{},"version":'),
    'not-json',
  ),
  ...forged(
    'with a fraction',
    (file) => JSON.stringify(file).replace('"version":', '"x":1.5,"version":'),
    'not-json',
  ),
  ...forged(
    'with a number that two readers read as two',
    (file) => JSON.stringify(file).replace('"version":', '"x":9007199254740993,"version":'),
    'not-json',
  ),
  ...forged(
    'with half a character',
    (file) => JSON.stringify(file).replace('"version":', '"x":"\\ud800","version":'),
    'not-json',
  ),
  ...forged(
    'nested without end',
    (file) => JSON.stringify(file).replace('"version":', `"x":${'['.repeat(99)}${']'.repeat(99)},"version":`),
    'not-json',
  ),
  ...signed('of another type', (draft) => ({ ...draft, _type: 'mirror' }), 'wrong-shape'),
  ...signed('of another version of TUF', (draft) => ({ ...draft, spec_version: '2.0.0' }), 'wrong-shape'),
  ...signed('of version 0', (draft) => ({ ...draft, version: 0 }), 'wrong-shape'),
  ...signed('of a version in words', (draft) => ({ ...draft, version: '2' }), 'wrong-shape'),
  ...signed('without a version', without('version'), 'wrong-shape', ['root', 'timestamp']),
  ...signed('that expires on no day', (draft) => ({ ...draft, expires: '2027-02-30' }), 'wrong-shape'),
  ...signed(
    'that expires in its own time zone',
    (draft) => ({ ...draft, expires: '2027-02-20T00:00:00+14:00' }),
    'wrong-shape',
  ),
  ...signed('without an expiry', without('expires'), 'wrong-shape'),
  ...signed('that expired a day ago', (draft) => ({ ...draft, expires: '2026-05-31T00:00:00Z' }), 'expired', [
    'timestamp',
    'snapshot',
    'targets',
  ]),
  ...signed(
    'whose version is another than its name',
    (draft) => ({ ...draft, version: 7 }),
    'wrong-version',
    ['root'],
  ),
  ...signed(
    'without consistent snapshots',
    (draft) => ({ ...draft, consistent_snapshot: false }),
    'wrong-shape',
    ['root'],
  ),
  ...signed(
    'without a role',
    (draft) => ({ ...draft, roles: without('targets')(draft.roles as Record<string, unknown>) }),
    'wrong-shape',
    ['root'],
  ),
  ...signed('without the snapshot', (draft) => ({ ...draft, meta: {} }), 'wrong-shape', ['timestamp']),
  ...signed(
    'that names more than the snapshot',
    (draft) => ({ ...draft, meta: { ...(draft.meta as object), 'targets.json': { version: 2 } } }),
    'wrong-shape',
    ['timestamp'],
  ),
  ...signed('without the targets', (draft) => ({ ...draft, meta: {} }), 'wrong-shape', ['snapshot']),
  ...signed(
    'that gives no length and hash',
    (draft) => ({ ...draft, meta: { 'snapshot.json': { version: 2 } } }),
    'wrong-shape',
    ['timestamp'],
  ),
  ...signed(
    'that gives no SHA-256',
    (draft) => ({
      ...draft,
      meta: { 'snapshot.json': { version: 2, length: 9, hashes: { md5: '0'.repeat(32) } } },
    }),
    'wrong-shape',
    ['timestamp'],
  ),
]
