import type { ReaderCrypto } from '../bundle/crypto.ts'
import type { Manifest } from '../bundle/manifest.ts'
import { fingerprintOf } from '../bundle/public-key.ts'
import { readManifestFile } from '../bundle/read-bundle.ts'
import { parseSubscriptionLink, subscriptionLink } from '../bundle/subscription-link.ts'
import type { BundlePreview } from '../model/bundle-entry.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { PreviewProblem } from '../model/subscribe-problem.ts'
import { DEFAULT_TIMEOUTS } from './deadline.ts'
import { diskNeed } from './disk-need.ts'
import { type Fetch, httpFiles } from './http-files.ts'

/** What looking at a bundle works with; nothing is written. */
export interface PreviewInput {
  readonly fetch: Fetch
  readonly crypto: ReaderCrypto
  readonly signal: AbortSignal
  /** Bytes that the browser still grants, where it tells. */
  readonly free: () => Promise<number | undefined>
  readonly isKnown: (link: string) => Promise<boolean>
}

/** What a reader sees before a bundle is added: fetched and verified, but no part of its records. */
export async function previewBundle(
  address: string,
  { fetch, crypto, signal, free, isKnown }: PreviewInput,
): Promise<Result<BundlePreview, PreviewProblem>> {
  const parsed = parseSubscriptionLink(address)
  if (!parsed.ok) return fail({ kind: 'link', code: parsed.error })
  const { base, keyId } = parsed.value
  const files = httpFiles({ base, fetch, signal, timeouts: DEFAULT_TIMEOUTS })
  const manifest = await readManifestFile(files, { kind: 'key', keyId }, crypto)
  if (!manifest.ok) return fail({ kind: 'host', ...manifest.error })
  const link = subscriptionLink(parsed.value)
  const left = await free()
  return ok({
    link,
    base,
    fingerprint: fingerprintOf(keyId),
    pinnedBy: 'link',
    ...described(manifest.value),
    ...(left !== undefined && { free: left }),
    isKnown: await isKnown(link),
  })
}

function described(manifest: Manifest) {
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
    download: full.reduce((sum, part) => sum + part.length, 0),
    onDisk: diskNeed(manifest),
  }
}
