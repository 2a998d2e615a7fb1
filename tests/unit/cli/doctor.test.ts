import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serveBundle } from '../../../src/cli/bundle/serve-bundle.ts'
import { filesBelow, startPublisher } from './published-repository.ts'
import { sourceFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

describe('examining a host', () => {
  test('a host that serves as it should is sound', async () => {
    const { out } = await startPublisher(await sourceFolder())
    const server = await serveBundle(out)
    onTestFinished(() => server.close())
    expect(await runCli('bundle', 'doctor', server.base)).toMatchObject({
      code: 0,
      out: expect.stringContaining('all sound'),
    })
  })

  const HOSTS: readonly [
    why: string,
    change: (status: number, path: string) => { status?: number; headers?: Record<string, string> },
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
      'no redirect',
    ],
    ['a timestamp that caches keep', () => ({ headers: { 'cache-control': 'max-age=86400' } }), '5 minutes'],
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
      response.writeHead(changed.status ?? (body ? 200 : 404), headers).end(body ?? '<!doctype html>')
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
      err: expect.stringContaining('no answer'),
    })
  })
})
