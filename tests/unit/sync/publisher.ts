import { canonicalBytes, sha256 } from '../../../src/bundle/crypto.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import { targetFile } from '../../../src/bundle/tuf/files.ts'
import type { TopRole } from '../../../src/bundle/tuf/metadata.ts'
import type { CompiledBundle } from '../../../src/cli/bundle/compile-sources.ts'
import {
  fileOf,
  type RoleKeys,
  rootOf,
  signMetadata,
  snapshotOf,
  targetsOf,
  timestampOf,
} from '../../../src/cli/bundle/publish/make-metadata.ts'
import type { SigningKey } from '../../../src/cli/bundle/signing-key.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { PublishedState } from '../bundle/packed-generation.ts'
import { type PackedGeneration, packGeneration } from '../bundle/packed-generation.ts'
import { sampleSources } from '../bundle/sample-bundle.ts'
import { namedKey } from '../tuf/test-keys.ts'

const EXPIRES = '2027-06-01T00:00:00Z'

/** How one generation is published, where it is not as usual. */
export interface PublishOptions {
  /** When its timestamp expires. */
  readonly expires?: string
  /** Deltas from the generations before, or from so many of them; `false` for none. */
  readonly deltas?: boolean | number
  /** Another bundle's id. */
  readonly id?: string
  /** Changes what was packed before it is signed: a hostile publisher. */
  readonly change?: (packed: PackedGeneration) => PackedGeneration
}

/** A publisher with keys of its own, whose files any host may serve. */
export class TestPublisher {
  readonly rootDigest: string
  readonly #keys: Record<TopRole, SigningKey>
  readonly #name: string
  #root: { version: number; signer: SigningKey }
  #timestampVersion = 0
  #states: PublishedState[] = []
  #rootFile: readonly [string, Uint8Array<ArrayBuffer>]

  private constructor(
    name: string,
    keys: Record<TopRole, SigningKey>,
    rootDigest: string,
    rootFile: readonly [string, Uint8Array<ArrayBuffer>],
  ) {
    this.#name = name
    this.#keys = keys
    this.rootDigest = rootDigest
    this.#root = { version: 1, signer: keys.root }
    this.#rootFile = rootFile
  }

  /** A publisher whose keys follow from a name. */
  static async start(name = 'publisher'): Promise<TestPublisher> {
    const keys = {
      root: await namedKey(`${name} root`),
      timestamp: await namedKey(`${name} timestamp`),
      snapshot: await namedKey(`${name} snapshot`),
      targets: await namedKey(`${name} targets`),
    }
    const root = rootOf({ version: 1, expires: EXPIRES }, rolesOf(keys))
    const digest = await sha256(crypto.subtle, canonicalBytes(root as unknown as Json))
    const bytes = await signMetadata(root, [keys.root])
    return new TestPublisher(name, keys, digest, ['metadata/1.root.json', bytes])
  }

  /** The files of a generation, the timestamp last. */
  async publish(
    records: readonly EntityRecord[],
    generation: number,
    options: PublishOptions = {},
  ): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
    return this.publishSources(sampleSources(records, generation, options.id), options)
  }

  async publishSources(
    sources: CompiledBundle,
    { expires = EXPIRES, deltas = true, change = (packed) => packed }: PublishOptions = {},
  ): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
    const version = sources.header.generation
    const before = this.#states.filter((state) => state.generation < version)
    const from = deltas === true ? before : before.slice(before.length - Number(deltas))
    const packed = change(packGeneration(sources, { rootDigest: this.rootDigest, from }))
    this.#states = [...this.#states.filter((state) => state.generation !== version), packed.state]
    const files = new Map([this.#rootFile])
    const described = Object.fromEntries([...packed.targets].map(([path, bytes]) => [path, fileOf(bytes)]))
    for (const [path, bytes] of packed.targets)
      files.set(targetFile(path, described[path] ?? fileOf(bytes), true), bytes)
    const targets = await signMetadata(targetsOf({ version, expires: EXPIRES }, described), [
      this.#keys.targets,
    ])
    files.set(`metadata/${version}.targets.json`, targets)
    const snapshot = await signMetadata(
      snapshotOf({ version, expires: EXPIRES }, { version, bytes: targets }),
      [this.#keys.snapshot],
    )
    files.set(`metadata/${version}.snapshot.json`, snapshot)
    this.#timestampVersion += 1
    const timestamp = timestampOf({ version: this.#timestampVersion, expires }, { version, bytes: snapshot })
    return files.set('metadata/timestamp.json', await signMetadata(timestamp, [this.#keys.timestamp]))
  }

  /** A further root, which gives the roles other keys, or says more; what follows is signed with those. */
  async rotate(roles: readonly TopRole[], more: object = {}): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
    const version = this.#root.version + 1
    for (const role of roles) this.#keys[role] = await namedKey(`${this.#name} ${role} ${version}`)
    const root = { ...rootOf({ version, expires: EXPIRES }, rolesOf(this.#keys)), ...more }
    const bytes = await signMetadata(root, [this.#root.signer, this.#keys.root])
    this.#root = { version, signer: this.#keys.root }
    return new Map([[`metadata/${version}.root.json`, bytes]])
  }
}

const rolesOf = (keys: Record<TopRole, SigningKey>): RoleKeys => ({
  root: { keys: [keys.root], threshold: 1 },
  timestamp: { keys: [keys.timestamp], threshold: 1 },
  snapshot: { keys: [keys.snapshot], threshold: 1 },
  targets: { keys: [keys.targets], threshold: 1 },
})
