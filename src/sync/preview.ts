import type { ReaderCrypto } from '../bundle/crypto.ts'
import { familyOf, type Present } from '../bundle/family.ts'
import { type BundleManifest, MANIFEST_FILE } from '../bundle/manifest.ts'
import { fingerprintOf } from '../bundle/public-key.ts'
import { parseSubscriptionLink, subscriptionLink } from '../bundle/subscription-link.ts'
import type { Trust } from '../bundle/trust.ts'
import type { FirstTrust } from '../bundle/tuf/stored-metadata.ts'
import type { BundlePreview } from '../model/bundle-entry.ts'
import type { BundleId } from '../model/ids.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { PreviewProblem } from '../model/subscribe-problem.ts'
import { DEFAULT_TIMEOUTS } from './deadline.ts'
import { diskNeed } from './disk-need.ts'
import { type Fetch, httpFiles } from './http-files.ts'
import { manifestOf, readOffer } from './read-offer.ts'

/** What looking at a bundle works with; nothing is written. */
export interface PreviewInput {
  readonly fetch: Fetch
  readonly crypto: ReaderCrypto
  /** Milliseconds since 1970 (UTC). */
  readonly clock: { now(): number }
  readonly signal: AbortSignal
  /** Bytes that the browser still grants, where it tells. */
  readonly free: () => Promise<number | undefined>
  readonly isKnown: (link: string) => Promise<boolean>
  /** The bundle of this id that is installed. */
  readonly present: (bundle: BundleId) => Promise<Present | undefined>
}

/** What a reader sees before a bundle is added: fetched and verified, but no part of its records. */
export async function previewBundle(
  address: string,
  { fetch, crypto, clock, signal, free, isKnown, present }: PreviewInput,
): Promise<Result<BundlePreview, PreviewProblem>> {
  const parsed = parseSubscriptionLink(address)
  if (!parsed.ok) return fail({ kind: 'link', code: parsed.error })
  const { base, rootDigest: pinned } = parsed.value
  const first: FirstTrust =
    pinned === undefined ? { kind: 'first-use' } : { kind: 'pinned', rootDigest: pinned }
  const readFile = httpFiles({ base, fetch, signal, timeouts: DEFAULT_TIMEOUTS })
  const offer = await readOffer({ readFile, crypto, now: clock.now(), trust: first })
  if (!offer.ok) return fail({ kind: 'host', ...offer.error })
  const manifest = await manifestOf(offer.value)
  if (!manifest.ok) return fail({ kind: 'host', ...manifest.error })
  const { rootDigest } = offer.value.trusted
  const link = subscriptionLink({ base, rootDigest })
  // Told now: the update that follows would refuse it, and leave a subscription that never brings anything.
  const { id } = manifest.value
  const trust: Trust = { kind: 'root', rootDigest }
  if (familyOf(trust, { link, updatesPackaged: true }, await present(id)) === undefined)
    return fail({ kind: 'host', code: 'id-taken', where: MANIFEST_FILE, detail: `"${id}"` })
  const left = await free()
  return ok({
    ...described(manifest.value),
    link,
    base,
    fingerprint: fingerprintOf(rootDigest),
    pinnedBy: pinned === undefined ? 'first-use' : 'link',
    isKnown: await isKnown(link),
    ...(left !== undefined && { free: left }),
  })
}

function described(manifest: BundleManifest) {
  const { id, title, publisher, homepage, license, langs, generation, created, counts, full } = manifest
  return {
    bundle: id,
    title,
    publisher,
    homepage,
    license,
    langs,
    generation,
    created,
    counts,
    download: full.reduce((sum, { length }) => sum + length, 0),
    onDisk: diskNeed(manifest),
  }
}
