import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { canonicalBytes } from '../../../src/bundle/crypto.ts'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import { targetFile } from '../../../src/bundle/tuf/files.ts'
import { fileOf } from '../../../src/cli/bundle/publish/make-metadata.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { type PackedGeneration, packGeneration } from '../bundle/packed-generation.ts'
import { sampleRecord, sampleSources } from '../bundle/sample-bundle.ts'
import { NEW_READER, type Reader, readOnce } from './test-reader.ts'
import { NOW, TestRepository } from './test-repository.ts'

/** A manifest as it stands in the file: without lengths and hashes. */
export type WireManifest = Record<string, unknown> & {
  full: Record<string, unknown>[]
  deltas: (Record<string, unknown> & { parts: Record<string, unknown>[] })[]
}

/** A bundle whose second generation is out, and two readers: one of the first generation, and a new one. */
export interface AttackStage {
  readonly repository: TestRepository
  readonly first: PackedGeneration
  readonly second: PackedGeneration
  /** Shows generation 1, and would take the delta. */
  readonly reader: Reader
  /** Shows nothing, and would take the full parts. */
  readonly fresh: Reader
  readonly rootDigest: string
}

/** Text that does not compress, so that a delta of one record is worth its step. */
const noise = (id: string): string =>
  Array.from({ length: 6 }, (_, index) =>
    createHash('sha512').update(`${id} ${index}`).digest('base64url'),
  ).join(' ')

const record = (id: string, name = `Name of ${id}`): EntityRecord => {
  const sample = sampleRecord(id, name)
  return { ...sample, descriptions: [{ text: noise(id), lang: 'en' }] }
}

const ids = Array.from({ length: 24 }, (_, index) => `e-${String(index).padStart(2, '0')}`)
/** The records of generation 2: one changed, one gone, one new. */
export const SECOND_RECORDS: readonly EntityRecord[] = [
  ...ids.slice(0, 23).map((id) => record(id, id === 'e-05' ? 'Renamed' : undefined)),
  record('new'),
]

export async function startStage(): Promise<AttackStage> {
  const repository = await TestRepository.start()
  const { rootDigest } = await repository.newClient()
  const first = packGeneration(
    sampleSources(
      ids.map((id) => record(id)),
      1,
    ),
    { rootDigest, from: [] },
  )
  setTargets(repository, first.targets)
  await repository.publishAll()
  const { reader } = await readOnce(NEW_READER, repository.files, NOW, { kind: 'pinned', rootDigest })
  const fresh = { ...NEW_READER, stored: await repository.newClient() }
  repository.change('root', { version: 2 })
  await repository.publishRoot()
  const second = packGeneration(sampleSources(SECOND_RECORDS, 2), { rootDigest, from: [first.state] })
  setTargets(repository, second.targets)
  await repository.publishNext()
  return { repository, first, second, reader, fresh, rootDigest }
}

/** Makes files the targets of the draft, and puts them up. */
export function setTargets(
  repository: TestRepository,
  targets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): void {
  repository.change('targets', { targets: {} })
  for (const [path, bytes] of targets) repository.addTarget(path, bytes)
}

/** Signs the drafts of generation 2 again, as whoever holds all keys but the root's may. */
export async function resign({ repository }: AttackStage): Promise<void> {
  await repository.publishTargets()
  await repository.publishSnapshot()
  await repository.publishTimestamp()
}

/** Publishes generation 2 with another `bundle.json`. */
export async function withManifest(
  stage: AttackStage,
  change: (manifest: WireManifest) => object,
): Promise<void> {
  const text = new TextDecoder().decode(stage.second.targets.get(MANIFEST_FILE))
  const changed = change(JSON.parse(text) as WireManifest)
  stage.repository.addTarget(MANIFEST_FILE, canonicalBytes(JSON.parse(JSON.stringify(changed)) as Json))
  await resign(stage)
}

/** Publishes generation 2 with a full part or a delta of other lines, described truthfully. */
export async function withLines(
  stage: AttackStage,
  kind: 'full' | 'delta',
  raw: string | Uint8Array,
  records?: number,
): Promise<void> {
  const text = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw
  const bytes = new Uint8Array(gzipSync(text))
  const lines = records ?? text.filter((byte) => byte === 0x0a).length
  const path = kind === 'full' ? 'full-00000.jsonl.gz' : 'delta-1-2.jsonl.gz'
  stage.repository.addTarget(path, bytes)
  await withManifest(stage, (manifest) => {
    const part = { path, raw: text.length, records: lines }
    if (kind === 'full') return { ...manifest, full: [part] }
    const [delta] = manifest.deltas
    return { ...manifest, deltas: [{ ...delta, puts: lines, dels: 0, parts: [part] }] }
  })
}

/** The lines of generation 2, to be spoilt. */
export const secondLines = ({ second }: AttackStage): string[] => [...second.state.lines.values()]

/** The address of a target of generation 2. */
export function addressOf({ second }: AttackStage, path: string): string {
  const bytes = second.targets.get(path)
  if (!bytes) throw new Error(`generation 2 has no ${path}`)
  return targetFile(path, fileOf(bytes), true)
}
