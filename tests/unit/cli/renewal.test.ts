import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { instantAfter } from '../../../src/cli/bundle/publish/instants.ts'
import { filesBelow, release, startPublisher, succeed, type TestPublisher } from './published-repository.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

const inDays = (days: number): string => instantAfter(Date.now(), days)

/** A repository of which everything was signed so many days ago. */
async function signedBefore(days: number): Promise<TestPublisher> {
  const work = await temporaryFolder()
  const [sources, out, keys] = [await sourceFolder(), join(work, 'out'), join(work, 'keys')]
  const at = inDays(-days)
  const told = await succeed('init', out, '--keys', keys, '--at', at)
  const publisher = { sources, out, keys, at, fingerprint: /[\w-]{43}/.exec(told)?.[0] ?? '' }
  await release(publisher, 1)
  return publisher
}

async function keepOnly(keys: string, ...names: readonly string[]): Promise<void> {
  for (const name of await readdir(keys)) if (!names.includes(name)) await rm(join(keys, name))
}

const RENEWALS: readonly [when: string, days: number, told: string][] = [
  ['the timestamp has expired', 20, 'generation 1, timestamp renewed'],
  ['targets and snapshot end soon', 350, 'generation 2, targets, snapshot, and timestamp renewed'],
  ['targets and snapshot have expired', 400, 'generation 2, targets, snapshot, and timestamp renewed'],
  ['the root ends soon', 720, 'generation 2, root, targets, snapshot, and timestamp renewed'],
  ['all of it has expired', 800, 'generation 2, root, targets, snapshot, and timestamp renewed'],
]

describe('signing what was signed long ago', () => {
  test.each(RENEWALS)('where %s, a reader of the first root goes on', async (_when, days, told) => {
    const { out, keys, fingerprint } = await signedBefore(days)
    expect(await succeed('sign', out, '--keys', keys)).toContain(told)
    expect(await succeed('verify', out, '--fingerprint', fingerprint)).toContain('Sound.')
  })

  test('a generation that waits is signed below a root that lasts', async () => {
    const publisher = await signedBefore(800)
    await succeed('build', publisher.sources, '--out', publisher.out, '--generation', '2')
    const told = await succeed('sign', publisher.out, '--keys', publisher.keys)
    expect(told).toContain('generation 2 signed, root renewed')
    expect(await succeed('verify', publisher.out, '--fingerprint', publisher.fingerprint)).toContain('Sound.')
  })

  test('with the key of the timestamp alone it is told what ends soon', async () => {
    const { out, keys } = await signedBefore(350)
    await keepOnly(keys, 'timestamp.json')
    const signed = await runCli('bundle', 'sign', out, '--keys', keys)
    expect(signed).toMatchObject({ code: 0, out: expect.stringContaining('generation 1, timestamp renewed') })
    expect(signed.err).toMatch(/What the targets role signs expires on .*"bundle sign" with its keys/)
    expect(signed.err).toMatch(/What the snapshot role signs expires on /)
  })

  test('what has expired and cannot be renewed is told with the role whose key is missing', async () => {
    const { out, keys } = await signedBefore(400)
    await keepOnly(keys, 'timestamp.json', 'targets.json')
    const before = await filesBelow(out)
    expect(await runCli('bundle', 'sign', out, '--keys', keys)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^What the targets role signs expired on .* The snapshot role needs 1 of its keys/,
      ),
    })
    expect(await filesBelow(out)).toEqual(before)
  })

  test.each([
    [20, 'timestamp'],
    [800, 'root'],
  ])('what expired after %i days is told with the role that renews it', async (days, role) => {
    const { out } = await signedBefore(days)
    expect(await runCli('bundle', 'verify', out)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`"bundle sign" renews it with the key of the ${role} role`),
    })
  })
})

describe('a rotation that is refused', () => {
  test('leaves no key behind, and works after what it asked for', async () => {
    const { out, keys, fingerprint } = await signedBefore(800)
    const [files, names] = [await filesBelow(out), await readdir(keys)]
    expect(await runCli('bundle', 'rotate-key', out, '--role', 'root', '--keys', keys)).toMatchObject({
      code: 1,
      err: expect.stringContaining('"bundle sign" renews it'),
    })
    expect([await filesBelow(out), await readdir(keys)]).toEqual([files, names])
    await succeed('sign', out, '--keys', keys)
    await succeed('rotate-key', out, '--role', 'root', '--keys', keys)
    expect(await succeed('verify', out, '--fingerprint', fingerprint)).toContain('Sound.')
  })
})

describe('publishing over what was run up', () => {
  /** A copy of a folder as it is now. */
  async function copyOf(folder: string): Promise<string> {
    const copy = await temporaryFolder()
    await cp(folder, copy, { recursive: true })
    return copy
  }

  test('an older copy that was signed anew does not take the place of a later generation', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const { out, keys } = publisher
    const [old, host] = [await copyOf(out), await temporaryFolder()]
    await release(publisher, 2)
    await succeed('publish', out, host)
    const before = await filesBelow(host)
    for (let times = 0; times < 3; times += 1) await succeed('sign', old, '--keys', keys)
    expect(await runCli('bundle', 'publish', old, host)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is newer (generation 2)'),
    })
    expect(await filesBelow(host)).toEqual(before)
  })

  test('a root that takes the key away goes over versions that somebody else ran up', async () => {
    const { out, keys, fingerprint } = await startPublisher(await sourceFolder())
    const [stolen, host] = [await copyOf(out), await temporaryFolder()]
    for (let times = 0; times < 3; times += 1) await succeed('sign', stolen, '--keys', keys)
    await succeed('publish', stolen, host)
    expect(await runCli('bundle', 'publish', out, host)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is newer (timestamp 4)'),
    })
    await succeed('rotate-key', out, '--role', 'timestamp', '--keys', keys)
    await succeed('publish', out, host)
    expect(await succeed('verify', host, '--fingerprint', fingerprint)).toContain('Sound.')
  })
})
