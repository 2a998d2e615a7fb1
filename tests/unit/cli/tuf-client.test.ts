import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serveBundle } from '../../../src/cli/bundle/serve-bundle.ts'
import { verifyEcdsa, verifyRsaPss } from '../../../src/cli/tuf-client/schemes.ts'
import { startPublisher } from './published-repository.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

async function adapter() {
  const { out } = await startPublisher(await sourceFolder())
  const server = await serveBundle(out)
  onTestFinished(() => server.close())
  const [metadata, targets] = [await temporaryFolder(), await temporaryFolder()]
  const run = (...argv: readonly string[]) =>
    runCli('tuf-client', '--metadata-dir', metadata, '--metadata-url', `${server.base}metadata`, ...argv)
  const download = (...names: readonly string[]) =>
    run(
      '--target-base-url',
      `${server.base}targets`,
      '--target-dir',
      targets,
      ...names.flatMap((name) => ['--target-name', name]),
      'download',
    )
  return { out, metadata, targets, run, download }
}

describe('the adapter for other repositories', () => {
  test('starts from a root, refreshes and downloads what is signed', async () => {
    const { out, metadata, targets, run, download } = await adapter()
    expect(await run('init', join(out, 'metadata/1.root.json'))).toMatchObject({ code: 0 })
    expect(await run('refresh')).toMatchObject({ code: 0 })
    const kept = (await readdir(metadata)).filter((name) => name.endsWith('.json')).sort()
    expect(kept).toEqual(['root.json', 'snapshot.json', 'targets.json', 'timestamp.json'])
    expect(await readFile(join(metadata, 'timestamp.json'))).toEqual(
      await readFile(join(out, 'metadata/timestamp.json')),
    )
    expect(await download('bundle.json')).toMatchObject({ code: 0 })
    const hash = createHash('sha256')
      .update(await readFile(join(targets, 'bundle.json')))
      .digest('hex')
    expect(await readdir(join(out, 'targets'))).toContain(`${hash}.bundle.json`)
  })

  test('refuses a target that nobody signs, a root that is damaged and a command that is none', async () => {
    const { out, metadata, run, download } = await adapter()
    expect(await run('refresh')).toMatchObject({ code: 1, err: expect.stringContaining('run init first') })
    await run('init', join(out, 'metadata/1.root.json'))
    expect(await download('nothing')).toMatchObject({ code: 1, err: expect.stringContaining('not-found') })
    await writeFile(join(metadata, 'root.json'), '{}')
    expect(await run('refresh')).toMatchObject({ code: 1, err: expect.stringContaining('wrong-shape') })
    expect(await run('mirror')).toMatchObject({ code: 2 })
    const nowhere = ['--metadata-dir', metadata, '--metadata-url', 'nowhere', 'refresh']
    expect(await runCli('tuf-client', ...nowhere)).toMatchObject({
      code: 2,
      err: expect.stringContaining('"nowhere" is no web address'),
    })
    expect(await run('refresh', 'more')).toMatchObject({ code: 2 })
  })
})

describe('the signature schemes that only the adapter knows', () => {
  const bytes = new TextEncoder().encode('signed')
  const pem = (key: { export(options: { type: 'spki'; format: 'pem' }): string | Buffer }) =>
    String(key.export({ type: 'spki', format: 'pem' }))

  test('ECDSA: right signatures of every length pass, others do not', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    // The numbers of a signature are shorter now and then.
    for (let count = 0; count < 64; count += 1) {
      const sig = sign('sha256', bytes, privateKey).toString('hex')
      expect(await verifyEcdsa(crypto.subtle, pem(publicKey), sig, bytes)).toBe(true)
    }
    const sig = sign('sha256', bytes, privateKey).toString('hex')
    for (const bad of [
      '',
      'zz',
      sig.slice(2),
      `${sig}00`,
      `31${sig.slice(2)}`,
      sig.replace(/..$/, (end) => (end === '00' ? '01' : '00')),
    ])
      expect([bad, await verifyEcdsa(crypto.subtle, pem(publicKey), bad, bytes)]).toEqual([bad, false])
    expect(await verifyEcdsa(crypto.subtle, 'no key', sig, bytes)).toBe(false)
  })

  test('RSA-PSS: the right signature passes, others do not', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const options = { key: privateKey, padding: 6, saltLength: 32 }
    const sig = sign('sha256', bytes, options).toString('hex')
    expect(await verifyRsaPss(crypto.subtle, pem(publicKey), sig, bytes)).toBe(true)
    expect(await verifyRsaPss(crypto.subtle, pem(publicKey), sig, new TextEncoder().encode('other'))).toBe(
      false,
    )
    for (const bad of ['', 'zz', sig.slice(2)])
      expect(await verifyRsaPss(crypto.subtle, pem(publicKey), bad, bytes)).toBe(false)
    expect(await verifyRsaPss(crypto.subtle, 'no key', sig, bytes)).toBe(false)
  })
})
