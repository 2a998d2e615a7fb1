import { canonicalBytes, sha256 } from '../../../src/bundle/crypto.ts'
import type { ReadFile } from '../../../src/bundle/read-bundle.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import { rootFile, TIMESTAMP_FILE, targetFile } from '../../../src/bundle/tuf/files.ts'
import type {
  Root,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
  TopRole,
} from '../../../src/bundle/tuf/metadata.ts'
import { READER_PROFILE } from '../../../src/bundle/tuf/profile.ts'
import { refresh, type TrustedMetadata } from '../../../src/bundle/tuf/refresh.ts'
import type { Session, Stepped } from '../../../src/bundle/tuf/session.ts'
import type { StoredMetadata } from '../../../src/bundle/tuf/stored-metadata.ts'
import { firstRoot } from '../../../src/bundle/tuf/update-root.ts'
import {
  fileOf,
  rootOf,
  signMetadata,
  snapshotOf,
  targetsOf,
  timestampOf,
} from '../../../src/cli/bundle/publish/make-metadata.ts'
import { fail, ok } from '../../../src/model/result.ts'
import { namedKey } from './test-keys.ts'

/** The day on which every test takes place. */
export const NOW = Date.parse('2026-06-01T00:00:00Z')
const LATER = '2027-06-01T00:00:00Z'

/** What a host answers where it has no file, or does not send it. */
export interface TestHostError {
  readonly code: 'not-found' | 'unreachable' | 'too-large'
  readonly where: string
  readonly detail: string
}

/** The content of the four roles, free to be changed before it is published. */
export interface Drafts {
  root: Root
  timestamp: Timestamp
  snapshot: Snapshot
  targets: Targets
}

/**
 * A repository whose metadata a test may change at will and publish, well signed or not. Who signs a role are names
 * of keys; unless told otherwise, those whom the root names.
 */
export class TestRepository {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>()
  readonly requests: string[] = []
  readonly signers: Record<TopRole, string[]>
  readonly drafts: Drafts

  private constructor(drafts: Drafts, signers: Record<TopRole, string[]>) {
    this.drafts = drafts
    this.signers = signers
  }

  /** Version 1 of everything, published; each role has one key of its name. */
  static async start(change: (drafts: Drafts) => void = () => undefined): Promise<TestRepository> {
    const roles = await rolesOf({
      root: ['root'],
      timestamp: ['timestamp'],
      snapshot: ['snapshot'],
      targets: ['targets'],
    })
    const validity = { version: 1, expires: LATER }
    const nothing = { version: 1, bytes: new Uint8Array(1) }
    const drafts: Drafts = {
      root: rootOf(validity, roles),
      targets: targetsOf(validity, {}),
      snapshot: snapshotOf(validity, nothing),
      timestamp: timestampOf(validity, nothing),
    }
    const repository = new TestRepository(drafts, {
      root: ['root'],
      timestamp: ['timestamp'],
      snapshot: ['snapshot'],
      targets: ['targets'],
    })
    change(drafts)
    await repository.publishAll()
    return repository
  }

  /** Signs and puts up the drafts, each parent naming its child as it is. */
  async publishAll(): Promise<void> {
    await this.publishRoot()
    await this.publishTargets()
    await this.publishSnapshot()
    await this.publishTimestamp()
  }

  async publishRoot(version = this.drafts.root.version): Promise<void> {
    this.files.set(rootFile(version), await this.sign('root'))
  }

  /** Puts up the targets and makes the snapshot's draft name them. */
  async publishTargets(): Promise<void> {
    const bytes = await this.sign('targets')
    const { version } = this.drafts.targets
    this.files.set(`metadata/${version}.targets.json`, bytes)
    const meta = { ...this.drafts.snapshot.meta, 'targets.json': { version, ...fileOf(bytes) } }
    this.drafts.snapshot = { ...this.drafts.snapshot, meta }
  }

  /** Puts up the snapshot and makes the timestamp's draft name it. */
  async publishSnapshot(): Promise<void> {
    const bytes = await this.sign('snapshot')
    const { version } = this.drafts.snapshot
    this.files.set(`metadata/${version}.snapshot.json`, bytes)
    this.drafts.timestamp = {
      ...this.drafts.timestamp,
      meta: { 'snapshot.json': { version, ...fileOf(bytes) } },
    }
  }

  async publishTimestamp(): Promise<void> {
    this.files.set(TIMESTAMP_FILE, await this.sign('timestamp'))
  }

  /** The next version of everything below the root. */
  async publishNext(): Promise<void> {
    for (const role of ['targets', 'snapshot', 'timestamp'] as const) this.raise(role)
    await this.publishTargets()
    await this.publishSnapshot()
    await this.publishTimestamp()
  }

  /** The draft of a role, changed. */
  change<R extends TopRole>(role: R, change: Partial<Drafts[R]>): void {
    this.drafts[role] = { ...this.drafts[role], ...change }
  }

  raise(role: TopRole, by = 1): void {
    this.change(role, { version: this.drafts[role].version + by })
  }

  /** Adds a target and its file. */
  addTarget(path: string, bytes: Uint8Array<ArrayBuffer>): TargetFile {
    const target = fileOf(bytes)
    this.change('targets', { targets: { ...this.drafts.targets.targets, [path]: target } })
    this.files.set(targetFile(path, target, true), bytes)
    return target
  }

  /** Gives a role other keys in the draft of the root; they sign from then on. */
  async setKeys(role: TopRole, names: readonly string[], threshold = 1): Promise<void> {
    const keys = await Promise.all(names.map(namedKey))
    const { root } = this.drafts
    const known = Object.fromEntries(keys.map((key) => [key.keyId, key.publicKey]))
    const roles = { ...root.roles, [role]: { keyids: keys.map((key) => key.keyId), threshold } }
    this.change('root', { keys: { ...root.keys, ...known }, roles })
    this.signers[role] = [...names]
  }

  async sign(role: TopRole, names: readonly string[] = this.signers[role]): Promise<Uint8Array<ArrayBuffer>> {
    return signMetadata(this.drafts[role], await Promise.all(names.map(namedKey)))
  }

  readonly readFile: ReadFile<TestHostError> = async (file, size) => {
    this.requests.push(file)
    const bytes = this.files.get(file)
    if (!bytes) return fail({ code: 'not-found', where: file, detail: 'status 404' })
    const most = 'exactly' in size ? size.exactly : size.atMost
    if (bytes.length > most) return fail({ code: 'too-large', where: file, detail: `over ${most} bytes` })
    return ok(bytes)
  }

  session(change: Partial<Session<TestHostError>> = {}): Session<TestHostError> {
    return { crypto: crypto.subtle, profile: READER_PROFILE, readFile: this.readFile, now: NOW, ...change }
  }

  /** A client that pins version 1 of the root and has fetched nothing else. */
  async newClient(): Promise<StoredMetadata> {
    const root = JSON.parse(new TextDecoder().decode(this.files.get(rootFile(1)))) as { signed: Json }
    const rootDigest = await sha256(crypto.subtle, canonicalBytes(root.signed))
    const stored = await firstRoot(this.session(), { kind: 'pinned', rootDigest })
    if (!stored.ok) throw new Error(`${stored.error.where}: ${stored.error.code}`)
    return stored.value
  }

  refresh(
    stored: StoredMetadata,
    change: Partial<Session<TestHostError>> = {},
  ): Promise<Stepped<TrustedMetadata, TestHostError>> {
    return refresh(this.session(change), stored)
  }

  /** A client that is up to date. */
  async currentClient(): Promise<StoredMetadata> {
    const { stored, outcome } = await this.refresh(await this.newClient())
    if (!outcome.ok) throw new Error(`${outcome.error.code}`)
    return stored
  }
}

async function rolesOf(names: Record<TopRole, readonly string[]>) {
  const keysOf = async (role: TopRole) => ({
    keys: await Promise.all(names[role].map(namedKey)),
    threshold: 1,
  })
  return {
    root: await keysOf('root'),
    timestamp: await keysOf('timestamp'),
    snapshot: await keysOf('snapshot'),
    targets: await keysOf('targets'),
  }
}
