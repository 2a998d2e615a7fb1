import { chmod, cp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { filesBelow, release, startPublisher, succeed } from './published-repository.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('beginning a bundle', () => {
  test('makes a key for each role that only its owner can read, and a root that names them', async () => {
    const { keys, out, fingerprint } = await startPublisher(
      await sourceFolder(),
      '--root-keys',
      '3',
      '--threshold',
      '2',
    )
    const names = await readdir(keys)
    expect(names.sort()).toEqual([
      'root-1.json',
      'root-2.json',
      'root-3.json',
      'snapshot.json',
      'targets.json',
      'timestamp.json',
    ])
    for (const name of names) expect((await stat(join(keys, name))).mode & 0o777).toBe(0o600)
    const { signed } = JSON.parse(await readFile(join(out, 'metadata/1.root.json'), 'utf8')) as {
      signed: { roles: Record<string, { keyids: string[]; threshold: number }> }
    }
    expect([signed.roles.root?.keyids.length, signed.roles.root?.threshold]).toEqual([3, 2])
    expect(await succeed('verify', out, '--fingerprint', fingerprint)).toContain('Sound.')
  })

  test('never puts keys where they would be published, and never begins a bundle twice', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    const before = await filesBelow(out)
    expect(await runCli('bundle', 'init', out, '--keys', join(out, 'keys'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('would be published'),
    })
    expect(await runCli('bundle', 'init', out, '--keys', `${keys}-2`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('for ever'),
    })
    expect(await filesBelow(out)).toEqual(before)
  })

  test('where the folder cannot be made no key is, and it is said without the trace of a fault', async () => {
    const work = await temporaryFolder()
    await writeFile(join(work, 'file'), '')
    const keys = join(work, 'keys')
    const refused = await runCli('bundle', 'init', join(work, 'file'), '--keys', keys)
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/^A file cannot be .* EEXIST/) })
    expect(refused.err).not.toContain('    at ')
    await expect(stat(keys)).rejects.toThrow('ENOENT')
  })

  test('a passphrase locks every key', async () => {
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', 'correct horse')
    const publisher = await startPublisher(await sourceFolder())
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', 'wrong horse')
    const refused = await runCli('bundle', 'sign', publisher.out, '--keys', publisher.keys)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('The passphrase does not open') })
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', '')
    const asked = await runCli('bundle', 'sign', publisher.out, '--keys', publisher.keys)
    expect(asked).toMatchObject({
      code: 1,
      err: expect.stringContaining('give it in BACKGROUNDER_PASSPHRASE'),
    })
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', 'correct horse')
    expect(await succeed('sign', publisher.out, '--keys', publisher.keys)).toContain('timestamp renewed')
  })
})

describe('keys', () => {
  test('are never made in the sources or below them', async () => {
    const sources = await sourceFolder()
    const out = join(await temporaryFolder(), 'out')
    expect(await runCli('bundle', 'init', out, '--keys', join(sources, 'keys'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('lies in the bundle folder'),
    })
  })

  test('are never written over', async () => {
    const { keys } = await startPublisher(await sourceFolder())
    const before = await filesBelow(keys)
    expect(
      await runCli('bundle', 'init', join(await temporaryFolder(), 'out'), '--keys', keys),
    ).toMatchObject({
      code: 1,
      err: expect.stringContaining('root-1.json is there already'),
    })
    expect(await filesBelow(keys)).toEqual(before)
  })

  test('are not taken from a file that others on the machine can read', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    const before = await filesBelow(out)
    await chmod(join(keys, 'targets.json'), 0o640)
    expect(await runCli('bundle', 'sign', out, '--keys', keys)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/targets\.json is open to others .*\(mode 640\).*chmod 600/),
    })
    expect(await filesBelow(out)).toEqual(before)
  })

  test('are not taken from the folder that is published', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    await cp(keys, join(out, 'keys'), { recursive: true })
    expect(await runCli('bundle', 'sign', out, '--keys', join(out, 'keys'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('would be published with it'),
    })
  })

  test('that cannot be made leave nothing of a bundle', async () => {
    const { keys } = await startPublisher(await sourceFolder())
    const work = await temporaryFolder()
    for (const unfit of [keys, join(await sourceFolder(), 'keys')]) {
      expect((await runCli('bundle', 'init', join(work, 'out'), '--keys', unfit)).code).toBe(1)
      expect(await readdir(work)).toEqual([])
    }
  })

  test('a file among them that is no key is told', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    await writeFile(join(keys, 'notes.json'), '{}')
    expect(await runCli('bundle', 'sign', out, '--keys', keys)).toMatchObject({
      code: 1,
      err: expect.stringContaining('notes.json is no key file'),
    })
  })
})

describe('building and signing', () => {
  test('the same sources, keys, history and time give the same bytes', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const first = await filesBelow(publisher.out)
    for (const [file] of first) if (!file.includes('root')) await rm(join(publisher.out, file))
    await release(publisher, 1)
    expect(await filesBelow(publisher.out)).toEqual(first)
  })

  test('nothing that readers see changes before the signature', async () => {
    const { sources, out, keys, at } = await startPublisher(await sourceFolder())
    const before = await succeed('verify', out)
    await succeed('build', sources, '--out', out, '--generation', '2')
    expect(await succeed('verify', out)).toBe(before)
    await succeed('sign', out, '--keys', keys, '--at', at)
    expect(await succeed('verify', out)).toContain('generation 2')
    expect((await filesBelow(out)).has('unsigned/targets.json')).toBe(false)
  })

  test('the timestamp is renewed with its key alone', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    for (const name of await readdir(keys)) if (name !== 'timestamp.json') await rm(join(keys, name))
    expect(await succeed('sign', out, '--keys', keys)).toContain('timestamp renewed')
    expect(JSON.parse(await readFile(join(out, 'metadata/timestamp.json'), 'utf8'))).toMatchObject({
      signed: { version: 2 },
    })
  })

  const REFUSED: readonly [
    why: string,
    argv: (p: { sources: string; out: string; keys: string }) => readonly string[],
    message: string,
  ][] = [
    [
      'a generation that is out',
      (p) => ['build', p.sources, '--out', p.out, '--generation', '1'],
      'readers refuse to go back',
    ],
    ['a folder without a bundle', (p) => ['sign', p.sources, '--keys', p.keys], 'holds no bundle'],
    ['a folder of keys that is none', (p) => ['sign', p.out, '--keys', `${p.keys}-x`], 'There is no folder'],
    ['keys of somebody else', (p) => ['sign', p.out, '--keys', p.sources], 'needs 1 of its keys'],
    [
      'a role key that is not there',
      (p) => ['rotate-key', p.out, '--role', 'root', '--keys', p.keys, '--remove', 'ab'],
      'has no key ab',
    ],
  ]
  test.each(REFUSED)('refuses %s, and changes nothing', async (_why, argv, message) => {
    const publisher = await startPublisher(await sourceFolder())
    const before = await filesBelow(publisher.out)
    expect(await runCli('bundle', ...argv(publisher))).toMatchObject({
      code: 1,
      err: expect.stringContaining(message),
    })
    expect(await filesBelow(publisher.out)).toEqual(before)
  })

  test('no private key is in anything that was built', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    const seeds = await Promise.all(
      (await readdir(keys)).map(async (name) => {
        const { private: secret } = JSON.parse(await readFile(join(keys, name), 'utf8')) as {
          private: string
        }
        return Buffer.from(secret, 'base64').subarray(-32)
      }),
    )
    for (const bytes of (await filesBelow(out)).values())
      for (const seed of seeds)
        for (const form of [seed, seed.toString('hex'), seed.toString('base64').slice(0, 40)])
          expect(Buffer.from(bytes).includes(form)).toBe(false)
  })
})

describe('rotating keys', () => {
  test.each(['root', 'targets', 'snapshot', 'timestamp'])(
    'a reader of the first root follows a new %s key',
    async (role) => {
      const publisher = await startPublisher(await sourceFolder())
      const { out, keys, at, fingerprint } = publisher
      await succeed('rotate-key', out, '--role', role, '--keys', keys, '--at', at)
      const told = await succeed('verify', out, '--fingerprint', fingerprint)
      // Who signs the generation is new: so it is the next one.
      expect(told).toContain(role === 'targets' ? 'generation 2' : 'generation 1')
      await release(publisher, 3)
      expect(await succeed('verify', out, '--fingerprint', fingerprint)).toContain('generation 3')
    },
  )

  test('the old key signs nothing any more', async () => {
    const { out, keys, at } = await startPublisher(await sourceFolder())
    await succeed('rotate-key', out, '--role', 'timestamp', '--keys', keys, '--at', at)
    await rm(join(keys, 'timestamp-v2.json'))
    expect(await runCli('bundle', 'sign', out, '--keys', keys)).toMatchObject({
      code: 1,
      err: expect.stringContaining('0 of them'),
    })
  })
})

describe('publishing to a folder', () => {
  test('copies what is signed, goes on where it was cut, and is done once', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    const host = await temporaryFolder()
    expect(await succeed('publish', out, host)).toContain('6 files copied, 0 there already')
    expect(await succeed('publish', out, host)).toContain('0 files copied, 6 there already')
    await rm(join(host, 'metadata/timestamp.json'))
    expect(await succeed('publish', out, host)).toContain('1 file copied, 5 there already')
    expect([...(await filesBelow(host)).keys()].every((file) => /^(metadata|targets)\//.test(file))).toBe(
      true,
    )
    await succeed('sign', out, '--keys', keys)
    await succeed('publish', out, host)
    expect(await succeed('verify', host)).toContain('Sound.')
  })

  test('never over another bundle or a newer state', async () => {
    const [one, two] = [
      await startPublisher(await sourceFolder()),
      await startPublisher(await sourceFolder()),
    ]
    const [host, old] = [await temporaryFolder(), await temporaryFolder()]
    await succeed('publish', one.out, old)
    await succeed('sign', one.out, '--keys', one.keys)
    await succeed('publish', one.out, host)
    const before = await filesBelow(host)
    expect(await runCli('bundle', 'publish', old, host)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is newer'),
    })
    expect(await runCli('bundle', 'publish', two.out, host)).toMatchObject({
      code: 1,
      err: expect.stringContaining('another bundle'),
    })
    expect(await filesBelow(host)).toEqual(before)
  })

  test('what is damaged is not published', async () => {
    const { out } = await startPublisher(await sourceFolder())
    const [part = ''] = (await readdir(join(out, 'targets'))).filter((name) => name.includes('full'))
    await writeFile(join(out, 'targets', part), 'x')
    const host = await temporaryFolder()
    expect(await runCli('bundle', 'publish', out, host)).toMatchObject({
      code: 1,
      err: expect.stringContaining('wrong-length'),
    })
    expect(await readdir(host)).toEqual([])
  })

  test('deletes on request what nothing has named for 60 days, and no root', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const host = await temporaryFolder()
    await succeed('publish', publisher.out, host)
    const old = [...(await filesBelow(host)).keys()]
    for (const file of old) await utimes(join(host, file), new Date('2020-01-01'), new Date('2020-01-01'))
    await release(publisher, 2)
    expect(await succeed('publish', publisher.out, host, '--prune')).toContain('3 deleted')
    expect(await succeed('verify', host)).toContain('Sound.')
  })
})
