import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Manifest, partFile } from '../../../src/bundle/manifest.ts'
import type { SyncErrorCode } from '../../../src/model/sync-error.ts'
import type { Answer } from './test-host.ts'
import type { Stage } from './test-sync.ts'

export const MANIFEST = 'bundle.json'
/** Bytes as text. */
export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What a tamperer works with: generation 3 as it was published. */
export interface Published {
  readonly stage: Stage
  readonly manifest: Manifest
  readonly manifestBytes: Uint8Array
  readonly part: string
  readonly partBytes: Uint8Array
  readonly put: (file: string, answer: Answer) => void
  /** Publishes a manifest of any content, signed with the right key: a hostile publisher, not a hostile host. */
  readonly sign: (change: object) => Promise<void>
}

/** Bytes with one bit changed. */
export function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x01
  return copy
}

/** A part of any text, described truthfully, and its manifest signed. */
export async function publishPart(
  { put, sign }: Published,
  raw: Uint8Array,
  describe: object = {},
): Promise<void> {
  const bytes = new Uint8Array(gzipSync(raw))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const part = {
    path: 'full-00000.jsonl.gz',
    length: bytes.length,
    sha256,
    raw: raw.length,
    records: 2,
    ...describe,
  }
  put(partFile(part), bytes)
  await sign({ full: [part] })
}

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
