import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serveBundle } from '../../../src/cli/bundle/serve-bundle.ts'
import { filesBelow, startPublisher } from './published-repository.ts'
import { sourceFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

describe('examining a host', () => {
  test('a host that serves as it should is sound', async () => {
    const { out, fingerprint } = await startPublisher(await sourceFolder())
    const server = await serveBundle(out)
    onTestFinished(() => server.close())
    for (const link of [server.base, `${server.base}#bgk=${fingerprint}`])
      expect(await runCli('bundle', 'doctor', link)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/full-00000.*the very bytes.*all sound/s),
      })
    expect(await runCli('bundle', 'doctor', `${server.base}#bgk=${'A'.repeat(43)}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('wrong-root'),
    })
  })

  const HOSTS: readonly [
    why: string,
    change: (
      status: number,
      path: string,
    ) => { status?: number; headers?: Record<string, string>; cut?: boolean },
    told: string,
  ][] = [
    ['no CORS header', () => ({ headers: { 'access-control-allow-origin': 'null' } }), 'it must be *'],
    [
      'no CORS header on errors',
      (status) => (status === 404 ? { headers: { 'access-control-allow-origin': '' } } : {}),
      'it must be *',
    ],
    ['a page in the place of 404', (status) => (status === 404 ? { status: 200 } : {}), 'instead of 404'],
    [
      'a redirect',
      (_status, path) => (path.includes('bundle.json') ? { status: 302, headers: { location: '/x' } } : {}),
      'status 302 leads to /x. Readers follow no redirect',
    ],
    ['a timestamp that caches keep', () => ({ headers: { 'cache-control': 'max-age=86400' } }), '5 minutes'],
    [
      'a part that the upload left out',
      (_status, path) => (path.includes('.full-') ? { status: 404 } : {}),
      'status 404 instead of 200',
    ],
    [
      'a part that is encoded once more',
      (_status, path) => (path.includes('.full-') ? { headers: { 'content-encoding': 'gzip' } } : {}),
      'sent with Content-Encoding: gzip',
    ],
    [
      'a part that is not what was signed',
      (_status, path) => ({ cut: path.includes('.full-') }),
      'Upload it again',
    ],
    ['no word about caching', () => ({ headers: { 'cache-control': '' } }), '5 minutes'],
  ]
  test.each(HOSTS)('%s is told, with exit code 1', async (_why, change, told) => {
    const { out } = await startPublisher(await sourceFolder())
    const files = await filesBelow(out)
    const server = createServer((request, response) => {
      const path = (request.url ?? '/').slice(1)
      const body = files.get(path)
      const changed = change(body ? 200 : 404, path)
      const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache', ...changed.headers }
      response
        .writeHead(changed.status ?? (body ? 200 : 404), headers)
        .end(changed.cut ? body?.map((byte) => byte ^ 1) : (body ?? '<!doctype html>'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    expect(await runCli('bundle', 'doctor', `http://127.0.0.1:${port}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining(told),
    })
  })

  test('a host that does not answer is told', async () => {
    expect(await runCli('bundle', 'doctor', 'http://127.0.0.1:9')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/no answer: .+\n1 of 2 answers/),
    })
  })

  test.each([
    ['http://user:pass@127.0.0.1:9/', 'a user name or password'],
    ['http://127.0.0.1:9/?for=you', 'a question mark'],
  ])('what readers refuse in an address is told: %s', async (address, told) => {
    expect(await runCli('bundle', 'doctor', address)).toMatchObject({
      code: 1,
      err: expect.stringContaining(told),
    })
  })

  test('a fingerprint that was cut short is no fingerprint', async () => {
    expect(await runCli('bundle', 'doctor', 'https://example.org/#bgk=short')).toMatchObject({ code: 2 })
  })
})
