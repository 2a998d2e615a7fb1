import type { ReaderCrypto } from '../bundle/crypto.ts'
import { type BundlePart, partTarget } from '../bundle/manifest.ts'
import type { ReadFile } from '../bundle/read-bundle.ts'
import { readPart } from '../bundle/read-part.ts'
import { ok, type Result } from '../model/result.ts'
import type { SyncError, SyncErrorCode } from '../model/sync-error.ts'
import type { BundleStore } from '../storage/bundle-store.ts'
import type { Difference } from '../storage/change-log.ts'
import type { Incoming } from '../storage/flip.ts'
import type { Intake } from '../storage/take-whole.ts'

/** What taking in a generation works with. */
export interface TakeInput {
  readonly files: ReadFile<SyncError>
  readonly store: BundleStore
  readonly crypto: ReaderCrypto
  /** Milliseconds since 1970 (UTC). */
  readonly clock: { now(): number }
  readonly signal?: AbortSignal
  /** Told the bytes of all parts so far, whenever a part is done. */
  readonly onBytes?: (bytes: number) => void
  /** Told when every part is there and only the end remains. */
  readonly onFetched?: () => void
}

/** Failures after which what came is still good: the next attempt goes on from there. */
const KEEPING: ReadonlySet<SyncErrorCode> = new Set([
  'unreachable',
  'not-found',
  'http-error',
  'too-slow',
  'storage-unavailable',
])

/**
 * Takes in a whole generation: each part is fetched, verified and written where nobody sees it, and the whole is
 * checked before it is shown. Nothing of it is held in memory but the part under way.
 */
export async function takeGeneration(
  input: TakeInput,
  incoming: Incoming,
): Promise<Result<Difference, SyncError>> {
  const intake = await input.store.begin(incoming, planOf(incoming))
  if (!intake.ok) return intake
  const taken = await takeParts(input, incoming, intake.value)
  if (!taken.ok) await intake.value.abandon(KEEPING.has(taken.error.code) && !input.signal?.aborted)
  return taken
}

/** Parts are named by their content, so their names in order name a generation's records. */
const planOf = ({ manifest }: Incoming): string => manifest.full.map(({ sha256 }) => sha256).join()

async function takeParts(
  input: TakeInput,
  { manifest }: Incoming,
  intake: Intake,
): Promise<Result<Difference, SyncError>> {
  let bytes = 0
  for (const [index, part] of manifest.full.entries()) {
    bytes += part.length
    if (index >= intake.parts) {
      const written = await takePart(input, part, intake)
      if (!written.ok) return written
    }
    input.onBytes?.(bytes)
  }
  input.onFetched?.()
  input.signal?.throwIfAborted()
  const shown = await intake.finish(new Date(input.clock.now()).toISOString())
  return shown.ok ? ok(shown.value) : shown
}

async function takePart(
  { files, crypto, signal }: TakeInput,
  part: BundlePart,
  intake: Intake,
): Promise<Result<void, SyncError>> {
  const bytes = await files(partTarget(part), { exactly: part.length })
  if (!bytes.ok) return bytes
  const lines = await readPart(part, bytes.value, crypto)
  return lines.ok ? intake.write(lines.value, { signal }) : lines
}

/** How many bytes of files stand before each, by its address. */
export function bytesBefore(
  files: readonly (readonly [file: string, length: number])[],
): Map<string, number> {
  const before = new Map<string, number>()
  let sum = 0
  for (const [file, length] of files) {
    before.set(file, sum)
    sum += length
  }
  return before
}
