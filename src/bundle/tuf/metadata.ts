import type { Json } from '../strict-json.ts'

/** The four roles that every repository has; docs/bundle-format.md says what each signs. */
export const TOP_ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const
export type TopRole = (typeof TOP_ROLES)[number]

/** A public key as the metadata carries it; a profile says which types count. */
export interface Key {
  readonly keytype: string
  readonly scheme: string
  readonly keyval: { readonly public: string }
}

/** Who may sign a role, and how many of them must. */
export interface Role {
  readonly keyids: readonly string[]
  readonly threshold: number
}

/** What every role's metadata says; `expires` is an ISO 8601 instant (UTC). */
interface Common {
  readonly spec_version: string
  readonly version: number
  readonly expires: string
}

/** The keys and roles that everything else is verified with. */
export interface Root extends Common {
  readonly _type: 'root'
  readonly consistent_snapshot?: boolean
  readonly keys: Readonly<Record<string, Key>>
  readonly roles: Readonly<Record<TopRole, Role>>
  /** No field of TUF's: the link of the bundle that goes on where this one ends (docs/bundle-format.md). */
  readonly supersededBy?: unknown
}

/** Another metadata file as its parent describes it. The shipped profile requires `length` and `hashes`. */
export interface MetaFile {
  readonly version: number
  readonly length?: number
  readonly hashes?: Readonly<Record<string, string>>
}

/** The newest snapshot; the only file that changes in place. */
export interface Timestamp extends Common {
  readonly _type: 'timestamp'
  readonly meta: { readonly 'snapshot.json': MetaFile }
}

/** Which versions of all targets metadata belong together. */
export interface Snapshot extends Common {
  readonly _type: 'snapshot'
  readonly meta: Readonly<Record<string, MetaFile>>
}

/** A file below `targets/`: bytes and hashes (algorithm to lower-case hexadecimal). */
export interface TargetFile {
  readonly length: number
  readonly hashes: Readonly<Record<string, string>>
}

/** A role that signs some of the targets in another's stead. */
export interface DelegatedRole extends Role {
  readonly name: string
  readonly terminating: boolean
  readonly paths?: readonly string[]
  readonly path_hash_prefixes?: readonly string[]
}

/** Delegation over hash bins: `bit_length` bits of the hash of a target's path choose the bin. */
export interface SuccinctRoles extends Role {
  readonly bit_length: number
  readonly name_prefix: string
}

/** Keys and roles below a targets role. */
export interface Delegations {
  readonly keys: Readonly<Record<string, Key>>
  readonly roles?: readonly DelegatedRole[]
  readonly succinct_roles?: SuccinctRoles
}

/** The files of a generation; `version` is its number. */
export interface Targets extends Common {
  readonly _type: 'targets'
  readonly targets: Readonly<Record<string, TargetFile>>
  readonly delegations?: Delegations
}

/** The content of a role's metadata by the role's type. */
export interface SignedTypes {
  readonly root: Root
  readonly timestamp: Timestamp
  readonly snapshot: Snapshot
  readonly targets: Targets
}

/** A signature in hexadecimal; one that cannot be read counts for nothing. */
export interface MetadataSignature {
  readonly keyid: string
  readonly sig: string
}

/** Metadata as it was read: `raw` is what was signed, with the fields that this version does not know. */
export interface Metadata<T> {
  readonly signed: T
  readonly raw: Json
  readonly signatures: readonly MetadataSignature[]
  /** The file as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>
}
