import { fail, ok, type Result } from '../model/result.ts'
import { MAX_URL_LENGTH } from './limits.ts'
import { fingerprintOf, keyIdOfFingerprint } from './public-key.ts'

/** Where a bundle is fetched from, and the key that must have signed it. */
export interface SubscriptionLink {
  /** An address that ends in `/`, without query and fragment. */
  readonly base: string
  /** SHA-256 of the key's canonical JSON, in hexadecimal. */
  readonly keyId: string
}

/** Why a text is no subscription link. */
export type LinkError = 'not-an-address' | 'not-https' | 'has-credentials' | 'has-query' | 'no-fingerprint'

/** Hosts of one's own machine, where a bundle may be tried without https. The content security policy names the same. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** Reads `https://host/base/#bgk=<fingerprint>`; http is for loopback hosts only. */
export function parseSubscriptionLink(text: string): Result<SubscriptionLink, LinkError> {
  const trimmed = text.trim()
  if (trimmed.length > MAX_URL_LENGTH || !URL.canParse(trimmed)) return fail('not-an-address')
  const url = new URL(trimmed)
  const problem = addressProblem(url)
  if (problem) return fail(problem)
  const keyId = keyIdOfFingerprint(/^#bgk=(.+)$/.exec(url.hash)?.[1] ?? '')
  if (keyId === undefined) return fail('no-fingerprint')
  return ok({ base: url.origin + url.pathname.replace(/\/*$/, '/'), keyId })
}

function addressProblem(url: URL): LinkError | undefined {
  const loopback = url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname)
  if (url.protocol !== 'https:' && !loopback) return 'not-https'
  if (url.username !== '' || url.password !== '') return 'has-credentials'
  return url.search === '' ? undefined : 'has-query'
}

/** The link of a subscription: the same one for the same base and key. */
export const subscriptionLink = ({ base, keyId }: SubscriptionLink): string =>
  `${base}#bgk=${fingerprintOf(keyId)}`
