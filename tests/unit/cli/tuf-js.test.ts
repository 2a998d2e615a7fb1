import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Updater } from 'tuf-js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serveBundle } from '../../../src/cli/bundle/serve-bundle.ts'
import { release, startPublisher, succeed, type TestPublisher } from './published-repository.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'

/** Reads what we publish with a TUF client that is not ours, from the first root on. */
async function readByTufJs({ out }: TestPublisher, base: string): Promise<Updater> {
  const folder = await temporaryFolder()
  const [metadataDir, targetDir] = [join(folder, 'metadata'), join(folder, 'targets')]
  await mkdir(metadataDir)
  await mkdir(targetDir)
  await cp(join(out, 'metadata/1.root.json'), join(metadataDir, 'root.json'))
  const updater = new Updater({
    metadataDir,
    targetDir,
    metadataBaseUrl: `${base}metadata`,
    targetBaseUrl: `${base}targets`,
  })
  await updater.refresh()
  return updater
}

async function served(publisher: TestPublisher): Promise<string> {
  const server = await serveBundle(publisher.out)
  onTestFinished(() => server.close())
  return server.base
}

describe('an independent reader, tuf-js', () => {
  test('reads our metadata and verifies every file of a generation', async () => {
    const publisher = await startPublisher(await sourceFolder(), '--root-keys', '3', '--threshold', '2')
    await release(publisher, 2)
    const updater = await readByTufJs(publisher, await served(publisher))
    const manifest = await updater.getTargetInfo('bundle.json')
    if (!manifest) throw new Error('tuf-js finds no bundle.json')
    const { generation, full, deltas } = JSON.parse(
      await readFile(await updater.downloadTarget(manifest), 'utf8'),
    ) as {
      generation: number
      full: { path: string }[]
      deltas: { parts: { path: string }[] }[]
    }
    expect([generation, full.length, deltas.length]).toEqual([2, 1, 1])
    for (const { path } of [...full, ...deltas.flatMap((delta) => delta.parts)]) {
      const target = await updater.getTargetInfo(path)
      expect(target && (await readFile(await updater.downloadTarget(target))).length).toBe(target?.length)
    }
  })

  test('follows our rotations of every role', async () => {
    const publisher = await startPublisher(await sourceFolder())
    for (const role of ['timestamp', 'snapshot', 'targets', 'root'])
      await succeed(
        'rotate-key',
        publisher.out,
        '--role',
        role,
        '--keys',
        publisher.keys,
        '--at',
        publisher.at,
      )
    const updater = await readByTufJs(publisher, await served(publisher))
    expect(await updater.getTargetInfo('bundle.json')).toBeDefined()
  })

  test('refuses what we refuse: a changed timestamp', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const file = join(publisher.out, 'metadata/timestamp.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"version":1', '"version":2'))
    await expect(readByTufJs(publisher, await served(publisher))).rejects.toThrow()
  })
})
