import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serveBundle } from '../../../src/cli/bundle/serve-bundle.ts'
import { filesBelow, startPublisher, succeed } from './published-repository.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

async function served(): Promise<{ base: string; folder: string; part: string }> {
  const { out: folder } = await startPublisher(await sourceFolder())
  const server = await serveBundle(folder)
  onTestFinished(() => server.close())
  const part = [...(await filesBelow(folder)).keys()].find((file) => file.includes('.full-')) ?? ''
  return { base: server.base, folder, part }
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
    for (const file of ['metadata/timestamp.json', 'metadata/1.root.json', part]) {
      const answer = await fetch(base + file)
      expect(answer.status).toBe(200)
      expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(join(folder, file)))).toBe(true)
      expect(answer.headers.get('content-encoding')).toBeNull()
    }
  })

  test('every answer lets a reader without permission for the host in', async () => {
    const { base } = await served()
    for (const [method, path, status] of [
      ['GET', 'metadata/timestamp.json', 200],
      ['GET', 'missing', 404],
      ['POST', 'metadata/timestamp.json', 405],
    ] as const) {
      const answer = await fetch(base + path, { method })
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, '*'])
    }
  })

  test('gives out nothing else of the folder or beside it', async () => {
    const { base, folder } = await served()
    await writeFile(join(folder, 'key.json'), 'secret')
    await mkdir(join(folder, 'unsigned'))
    await writeFile(join(folder, 'unsigned/targets.json'), '{}')
    for (const path of [
      '/key.json',
      '/',
      '/targets',
      '/targets/',
      '/../key.json',
      '/targets/../key.json',
      '/%2e%2e/key.json',
      '/unsigned/targets.json',
      '/metadata/timestamp.json?x',
      '//metadata/timestamp.json',
    ]) {
      expect([path, await rawStatus(base, path)]).toEqual([path, 404])
    }
  })

  test('what is not signed yet is not offered for subscription', async () => {
    const work = await temporaryFolder()
    await succeed('init', join(work, 'out'), '--keys', join(work, 'keys'))
    expect(await runCli('bundle', 'serve', join(work, 'out'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds nothing signed'),
    })
  })

  test('a port that is taken is told', async () => {
    const { base, folder } = await served()
    const { port } = new URL(base)
    expect(await runCli('bundle', 'serve', folder, '--port', port)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/EADDRINUSE.*Name another port/),
    })
  })
})
