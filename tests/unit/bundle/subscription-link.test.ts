import { describe, expect, test } from 'vitest'
import {
  type LinkError,
  parseSubscriptionLink,
  subscriptionLink,
} from '../../../src/bundle/subscription-link.ts'

const PIN = `#bgk=${'A'.repeat(43)}`
const KEY_ID = '00'.repeat(32)

const ACCEPTED: readonly [why: string, link: string, base: string][] = [
  ['a folder', `https://example.org/facts/${PIN}`, 'https://example.org/facts/'],
  ['a folder without its slash', `https://example.org/facts${PIN}`, 'https://example.org/facts/'],
  ['the top of a host', `https://example.org${PIN}`, 'https://example.org/'],
  ['another port', `https://example.org:8443/f/${PIN}`, 'https://example.org:8443/f/'],
  ['capitals in the host', `HTTPS://Example.ORG/Facts/${PIN}`, 'https://example.org/Facts/'],
  ['dots in the path', `https://example.org/a/../b/${PIN}`, 'https://example.org/b/'],
  ['space around it', `  https://example.org/${PIN}\n`, 'https://example.org/'],
  ['this machine', `http://127.0.0.1:8000/${PIN}`, 'http://127.0.0.1:8000/'],
  ['this machine by name', `http://localhost:8000/${PIN}`, 'http://localhost:8000/'],
  ['this machine in another notation', `http://0x7f.1/${PIN}`, 'http://127.0.0.1/'],
]

const REFUSED: readonly [why: string, link: string, error: LinkError][] = [
  ['nothing', '', 'not-an-address'],
  ['a host alone', `example.org/${PIN}`, 'not-an-address'],
  ['a path alone', `/facts/${PIN}`, 'not-an-address'],
  ['an address that is too long', `https://example.org/${'x'.repeat(2_048)}${PIN}`, 'not-an-address'],
  ['http on the internet', `http://example.org/${PIN}`, 'not-https'],
  ['http in the local network', `http://192.168.1.1/${PIN}`, 'not-https'],
  ['a name that only begins like this machine', `http://localhost.example.org/${PIN}`, 'not-https'],
  ['a name that only ends like this machine', `http://evil-localhost/${PIN}`, 'not-https'],
  ['every address of this machine', `http://0.0.0.0/${PIN}`, 'not-https'],
  ['another loopback address, which the policy does not name', `http://127.0.0.2/${PIN}`, 'not-https'],
  ['the sixth version of this machine', `http://[::1]/${PIN}`, 'not-https'],
  ['a file', `file:///tmp/bundle/${PIN}`, 'not-https'],
  ['a script', `javascript:alert(1)${PIN}`, 'not-https'],
  ['data', `data:application/json,{}${PIN}`, 'not-https'],
  ['a page of the extension', `chrome-extension://abc/bundle/${PIN}`, 'not-https'],
  ['ftp', `ftp://example.org/${PIN}`, 'not-https'],
  ['a user name', `https://me@example.org/${PIN}`, 'has-credentials'],
  ['a password', `https://me:secret@example.org/${PIN}`, 'has-credentials'],
  ['a query, which could name the reader', `https://example.org/?reader=7${PIN}`, 'has-query'],
  ['an empty fingerprint', 'https://example.org/facts/#bgk=', 'no-fingerprint'],
  ['a fingerprint that is too short', 'https://example.org/#bgk=AAAA', 'no-fingerprint'],
  ['another fragment', `https://example.org/#key=${'A'.repeat(43)}`, 'no-fingerprint'],
]

describe('subscription links', () => {
  test.each(ACCEPTED)('reads %s', (_why, link, base) => {
    expect(parseSubscriptionLink(link)).toEqual({ ok: true, value: { base, rootDigest: KEY_ID } })
  })

  test.each(REFUSED)('refuses %s', (_why, link, error) => {
    expect(parseSubscriptionLink(link)).toEqual({ ok: false, error })
  })

  test('an address alone pins nothing: the reader is told so', () => {
    expect(parseSubscriptionLink('https://example.org/facts')).toEqual({
      ok: true,
      value: { base: 'https://example.org/facts/' },
    })
  })

  test('a link is written so that it reads as the same', () => {
    const subscription = { base: 'https://example.org/facts/', rootDigest: 'ab'.repeat(32) }
    expect(parseSubscriptionLink(subscriptionLink(subscription))).toEqual({ ok: true, value: subscription })
  })
})
