import type { ReaderCrypto } from '../bundle/crypto.ts'
import type { Follower } from '../bundle/follower.ts'
import { type BundlePart, type Manifest, partTarget } from '../bundle/manifest.ts'
import type { ReadFile } from '../bundle/read-bundle.ts'
import { readSlices } from '../bundle/read-part.ts'
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
  /** Asked for whoever wants the records as they come: of a generation that is taken in from its first part on. */
  readonly follow?: ((manifest: Manifest) => Promise<Follower | undefined>) | undefined
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
  const follower = intake.value.parts === 0 ? await input.follow?.(incoming.manifest) : undefined
  let isShown = false
  try {
    const taken = await takeParts(input, incoming, intake.value, follower)
    isShown = taken.ok
    if (!taken.ok) await intake.value.abandon(KEEPING.has(taken.error.code) && !input.signal?.aborted)
    return taken
  } finally {
    follower?.end(isShown)
  }
}

/** Parts are named by their content, so their names in order name a generation's records. */
const planOf = ({ manifest }: Incoming): string => manifest.full.map(({ sha256 }) => sha256).join()

/**
 * Bytes that may be fetched and not yet written: what a kill costs at most. The next part is on its way while one is
 * checked and written, where both together are no more.
 */
const MOST_UNWRITTEN_BYTES = 4 * 1024 * 1024

async function takeParts(
  input: TakeInput,
  { manifest }: Incoming,
  intake: Intake,
  follower: Follower | undefined,
): Promise<Result<Difference, SyncError>> {
  const { full } = manifest
  let bytes = bytesOf(full.slice(0, intake.parts))
  if (intake.parts > 0) input.onBytes?.(bytes)
  let ahead: FetchedPart | undefined
  for (let index = intake.parts; index < full.length; index += 1) {
    const [part, next] = full.slice(index, index + 2) as [BundlePart, BundlePart?]
    const fetched = await (ahead ?? fetchPart(input, part))
    if (!fetched.ok) return fetched
    ahead = next && bytesOf([part, next]) <= MOST_UNWRITTEN_BYTES ? fetchPart(input, next) : undefined
    const slices = readSlices(part, fetched.value, input.crypto, { onLines: follower?.lines })
    const written = await intake.write(slices, { signal: input.signal, settle: !ahead })
    if (!written.ok) return written
    bytes += part.length
    input.onBytes?.(bytes)
  }
  follower?.complete()
  input.onFetched?.()
  input.signal?.throwIfAborted()
  const shown = await intake.finish(new Date(input.clock.now()).toISOString())
  return shown.ok ? ok(shown.value) : shown
}

type FetchedPart = Promise<Result<Uint8Array<ArrayBuffer>, SyncError>>

function fetchPart({ files }: TakeInput, part: BundlePart): FetchedPart {
  const fetching = files(partTarget(part), { exactly: part.length })
  // Told where it is waited for; nobody waits where the part before it fails.
  fetching.catch(() => undefined)
  return fetching
}

const bytesOf = (parts: readonly BundlePart[]): number => parts.reduce((sum, { length }) => sum + length, 0)

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
