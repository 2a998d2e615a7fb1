import { fail, ok, type Result } from '../model/result.ts'
import { MAX_URL_LENGTH } from './limits.ts'
import { fingerprintOf, keyIdOfFingerprint } from './public-key.ts'

/** Where a bundle is fetched from, and which it must be. */
export interface SubscriptionLink {
  /** An address that ends in `/`, without query and fragment. */
  readonly base: string
  /** The bundle's identity: SHA-256 of its first root, in hexadecimal; absent where the link does not pin it. */
  readonly rootDigest?: string
}

/** Why a text is no subscription link. */
export type LinkError = 'not-an-address' | 'not-https' | 'has-credentials' | 'has-query' | 'no-fingerprint'

/** Hosts of one's own machine, where a bundle may be tried without https. The content security policy names the same. */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** Reads `https://host/base/#bgk=<fingerprint>`, or the address alone; http is for loopback hosts only. */
export function parseSubscriptionLink(text: string): Result<SubscriptionLink, LinkError> {
  const trimmed = text.trim()
  if (trimmed.length > MAX_URL_LENGTH || !URL.canParse(trimmed)) return fail('not-an-address')
  const url = new URL(trimmed)
  const problem = addressProblem(url)
  if (problem) return fail(problem)
  const base = url.origin + url.pathname.replace(/\/*$/, '/')
  if (url.hash === '') return ok({ base })
  // A fingerprint that was cut short must not pass for none.
  const rootDigest = keyIdOfFingerprint(/^#bgk=(.+)$/.exec(url.hash)?.[1] ?? '')
  return rootDigest === undefined ? fail('no-fingerprint') : ok({ base, rootDigest })
}

function addressProblem(url: URL): LinkError | undefined {
  const loopback = url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname)
  if (url.protocol !== 'https:' && !loopback) return 'not-https'
  if (url.username !== '' || url.password !== '') return 'has-credentials'
  return url.search === '' ? undefined : 'has-query'
}

/** The link of a subscription: the same one for the same base and root. */
export const subscriptionLink = ({ base, rootDigest }: Required<SubscriptionLink>): string =>
  `${base}#bgk=${fingerprintOf(rootDigest)}`
