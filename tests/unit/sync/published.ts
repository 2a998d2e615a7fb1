import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { canonicalBytes } from '../../../src/bundle/crypto.ts'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import type { SyncErrorCode } from '../../../src/model/sync-error.ts'
import type { PackedGeneration } from '../bundle/packed-generation.ts'
import type { Answer } from './test-host.ts'
import { NEW, OLD, type Stage, setStage } from './test-sync.ts'

export const TIMESTAMP = 'metadata/timestamp.json'

/** Bytes as text. */
export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What a tamperer works with: generation 3 as it was published, over generation 2. */
export interface Published {
  readonly stage: Stage
  /** The addresses of the one part and of `bundle.json`. */
  readonly part: string
  readonly partBytes: Uint8Array
  readonly oldPartBytes: Uint8Array
  readonly manifest: string
  readonly manifestBytes: Uint8Array
  readonly timestampBytes: Uint8Array
  readonly put: (file: string, answer: Answer) => void
}

/** Generation 2 is installed, generation 3 is published. */
export async function published(): Promise<Published> {
  const stage = await setStage()
  const old = await stage.publish(OLD, 2)
  await stage.sync()
  const files = await stage.publish(NEW, 3, { deltas: false })
  const part = fileLike(files, '.full-')
  const manifest = fileLike(files, `.${MANIFEST_FILE}`)
  return {
    stage,
    part,
    partBytes: bytesOf(files, part),
    oldPartBytes: bytesOf(old, fileLike(old, '.full-')),
    manifest,
    manifestBytes: bytesOf(files, manifest),
    timestampBytes: bytesOf(files, TIMESTAMP),
    put: (file, answer) => void stage.host.files.set(file, answer),
  }
}

const fileLike = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  [...files.keys()].find((file) => file.includes(name)) ?? ''

const bytesOf = (files: ReadonlyMap<string, Uint8Array>, file: string): Uint8Array =>
  files.get(file) ?? new Uint8Array()

/** Bytes with one bit changed. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x01
  return copy
}

type ManifestChange = Partial<Record<keyof PackedGeneration['manifest'], unknown>>

/** Publishes generation 3 with another manifest, signed with the right keys: a hostile publisher, not a hostile host. */
export const signed = ({ stage }: Published, change: ManifestChange): Promise<unknown> =>
  stage.publish(NEW, 3, { deltas: false, change: (packed) => withManifest(packed, change) })

function withManifest(packed: PackedGeneration, change: ManifestChange): PackedGeneration {
  const named = ({ path, raw, records }: PackedGeneration['manifest']['full'][number]) => ({
    path,
    raw,
    records,
  })
  const wire = { ...packed.manifest, full: packed.manifest.full.map(named), ...change }
  const bytes = canonicalBytes(wire as unknown as Json)
  return { ...packed, targets: new Map(packed.targets).set(MANIFEST_FILE, bytes) }
}

/** A part of any bytes, truthfully signed; `describe` is what the manifest says of it. */
export const publishPart = (
  { stage }: Published,
  raw: Uint8Array,
  describe: object = {},
  bytes = new Uint8Array(gzipSync(raw)),
): Promise<unknown> =>
  stage.publish(NEW, 3, {
    deltas: false,
    change: (packed) => {
      const path = 'full-00000.jsonl.gz'
      const full = [{ path, raw: raw.length, records: 2, ...describe }]
      const targets = new Map(packed.targets).set(path, bytes)
      return withManifest({ ...packed, targets }, { full })
    },
  })

/** Records as the lines of a part. */
export const lines = (...records: readonly object[]) =>
  new TextEncoder().encode(records.map((each) => `${JSON.stringify(each)}\n`).join(''))

/** What is done to generation 3, and how an update that meets it ends. */
export type Attack = readonly [what: string, tamper: (published: Published) => unknown, code: SyncErrorCode]

/** Text that does not compress: else the declared ratio would be refused first. */
export const noise = (length: number): string =>
  Array.from({ length: length / 64 }, (_, i) => createHash('sha256').update(`${i}`).digest('hex')).join('')

/** Answers without end. */
export const endless: Answer = (_request, response) => {
  const more = () => {
    while (!response.destroyed && response.write(new Uint8Array(65_536).fill(0x20)));
    if (!response.destroyed) response.once('drain', more)
  }
  more()
}

/** Answers a byte now and then, for ever. */
export const drip: Answer = (_request, response) => {
  const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(' ')), 20)
}
