import { MAX_URL_LENGTH } from './limits.ts'

/** Why an address may not stand in a bundle. */
export type AddressProblem = 'too-long' | 'not-an-address' | 'not-web' | 'has-credentials'

/**
 * What is wrong with an address that a reader may be offered as a link; undefined where it is fine.
 * Only http and https: `javascript:`, `data:` and the like would run in an extension page.
 */
export function addressProblem(text: string): AddressProblem | undefined {
  if (text.length > MAX_URL_LENGTH) return 'too-long'
  if (!URL.canParse(text)) return 'not-an-address'
  const { protocol, username, password } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-web'
  return username === '' && password === '' ? undefined : 'has-credentials'
}
