import { createHash } from 'node:crypto'
import { canonicalBytes } from '../../../bundle/crypto.ts'
import type { PublicKey } from '../../../bundle/public-key.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import type {
  MetaFile,
  Root,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
  TopRole,
} from '../../../bundle/tuf/metadata.ts'
import { type SigningKey, sign } from '../signing-key.ts'

/** The version of the TUF specification that the metadata follows. */
const SPEC_VERSION = '1.0.34'

/** What each metadata file begins with; `expires` is an instant, `YYYY-MM-DDThh:mm:ssZ`. */
export interface Validity {
  readonly version: number
  readonly expires: string
}

/** A public key with its id. */
export type RoleKey = Pick<SigningKey, 'keyId' | 'publicKey'>

/** The keys of each role, and how many of them must sign. */
export type RoleKeys = Readonly<
  Record<TopRole, { readonly keys: readonly RoleKey[]; readonly threshold: number }>
>

/** The root that gives each role its keys. */
export function rootOf({ version, expires }: Validity, roles: RoleKeys): Root {
  const keys: Record<string, PublicKey> = {}
  for (const role of Object.values(roles)) for (const key of role.keys) keys[key.keyId] = key.publicKey
  const roleOf = (name: TopRole) => ({
    keyids: roles[name].keys.map((key) => key.keyId),
    threshold: roles[name].threshold,
  })
  return {
    _type: 'root',
    spec_version: SPEC_VERSION,
    version,
    expires,
    consistent_snapshot: true,
    keys,
    roles: {
      root: roleOf('root'),
      timestamp: roleOf('timestamp'),
      snapshot: roleOf('snapshot'),
      targets: roleOf('targets'),
    },
  }
}

/** Targets that sign files by their paths; the version is the generation. */
export const targetsOf = (
  { version, expires }: Validity,
  targets: Readonly<Record<string, TargetFile>>,
): Targets => ({ _type: 'targets', spec_version: SPEC_VERSION, version, expires, targets })

/** A snapshot of one version of the targets, whose bytes are signed already. */
export const snapshotOf = (
  { version, expires }: Validity,
  targets: { readonly version: number; readonly bytes: Uint8Array },
): Snapshot => ({
  _type: 'snapshot',
  spec_version: SPEC_VERSION,
  version,
  expires,
  meta: { 'targets.json': metaFile(targets) },
})

/** The timestamp of a snapshot. */
export const timestampOf = (
  { version, expires }: Validity,
  snapshot: { readonly version: number; readonly bytes: Uint8Array },
): Timestamp => ({
  _type: 'timestamp',
  spec_version: SPEC_VERSION,
  version,
  expires,
  meta: { 'snapshot.json': metaFile(snapshot) },
})

const metaFile = ({
  version,
  bytes,
}: {
  readonly version: number
  readonly bytes: Uint8Array
}): MetaFile => ({
  version,
  ...fileOf(bytes),
})

/** How a parent describes the bytes of a file. */
export const fileOf = (bytes: Uint8Array): TargetFile => ({
  length: bytes.length,
  hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
})

/** A metadata file: canonical JSON, so that the same content always has the same bytes. */
export async function signMetadata(
  signed: Root | Timestamp | Snapshot | Targets,
  keys: readonly SigningKey[],
): Promise<Uint8Array<ArrayBuffer>> {
  const content = signed as unknown as Json
  const distinct = new Map(keys.map((key) => [key.keyId, key]))
  const signatures = await Promise.all([...distinct.values()].map((key) => sign(key, content)))
  signatures.sort((a, b) => (a.keyid < b.keyid ? -1 : 1))
  return canonicalBytes({ signatures, signed: content } as unknown as Json)
}
