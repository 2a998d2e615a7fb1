import { readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compilePackaged } from '../../../src/cli/bundle/compile-packaged.ts'
import { serveBundle } from '../../../src/cli/bundle/serve-bundle.ts'
import { writeBundle } from '../../../src/cli/bundle/write-bundle.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

async function served(): Promise<{ base: string; folder: string; part: string }> {
  const [packed, folder] = [await compilePackaged(await sourceFolder()), await temporaryFolder()]
  if (!packed.ok) throw new Error('the sample does not compile')
  await writeBundle(folder, packed.value)
  const server = await serveBundle(folder)
  onTestFinished(() => server.close())
  return {
    base: server.base,
    folder,
    part: [...packed.value.files.keys()].find((file) => file !== 'bundle.json') ?? '',
  }
}

/** Asks for a path exactly as given: `fetch` would tidy it first. */
const rawStatus = (base: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    request({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

describe('serving a bundle', () => {
  test('gives its files, and only on this machine', async () => {
    const { base, folder, part } = await served()
    expect(new URL(base).hostname).toBe('127.0.0.1')
    for (const file of ['bundle.json', part]) {
      const answer = await fetch(base + file)
      expect(answer.status).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(join(folder, file)))).toBe(true)
      expect(answer.headers.get('content-encoding')).toBeNull()
    }
  })

  test('every answer lets a reader without permission for the host in', async () => {
    const { base } = await served()
    for (const [method, path, status] of [
      ['GET', 'bundle.json', 200],
      ['GET', 'missing', 404],
      ['POST', 'bundle.json', 405],
    ] as const) {
      const answer = await fetch(base + path, { method })
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, '*'])
    }
  })

  test('gives out nothing else of the folder or beside it', async () => {
    const { base, folder } = await served()
    await writeFile(join(folder, 'key.json'), 'secret')
    for (const path of [
      '/key.json',
      '/',
      '/parts',
      '/parts/',
      '/../key.json',
      '/parts/../key.json',
      '/%2e%2e/key.json',
      '/bundle.json?x',
      '//bundle.json',
    ]) {
      expect([path, await rawStatus(base, path)]).toEqual([path, 404])
    }
  })

  test('an unsigned bundle is not offered for subscription', async () => {
    const { folder } = await served()
    expect(await runCli('bundle', 'serve', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no signed bundle'),
    })
  })
})
