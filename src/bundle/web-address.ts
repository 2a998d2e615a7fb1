import { MAX_URL_LENGTH } from './limits.ts'

/** Why an address may not stand in a bundle. */
export type AddressProblem = 'too-long' | 'not-an-address' | 'not-web' | 'has-credentials'

/**
 * Addresses as nearly all are written, which no parser need be asked about: a domain of plain letters that ends in
 * letters (so that it is no number of an address), and a path or query without credentials, spaces or anything rare.
 */
const PLAIN = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w./?=&%~+,;:@!()-]*)?$/
/** A label that stands for letters of other scripts has rules of its own. */
const CODED = /[./]xn--/

/**
 * What is wrong with an address that a reader may be offered as a link; undefined where it is fine.
 * Only http and https: `javascript:`, `data:` and the like would run in an extension page.
 */
export function addressProblem(text: string): AddressProblem | undefined {
  if (text.length > MAX_URL_LENGTH) return 'too-long'
  if (PLAIN.test(text) && !CODED.test(text)) return undefined
  if (!URL.canParse(text)) return 'not-an-address'
  const { protocol, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-web'
  return username === '' && password === '' ? undefined : 'has-credentials'
}
