import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readBuiltBundle } from '../../../src/cli/bundle/built-bundle.ts'
import { compilePackaged } from '../../../src/cli/bundle/compile-packaged.ts'
import { HEADER, sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** Every file below a folder with its content, for comparison. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = files.map(async (file) => [file.slice(folder.length), await readFile(file, 'base64')] as const)
  return Object.fromEntries((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function builtBundle(
  ...options: readonly string[]
): Promise<{ sources: string; out: string; key: string }> {
  const work = await temporaryFolder()
  const [sources, out, key] = [await sourceFolder(), join(work, 'out'), join(work, 'key.json')]
  await runCli('bundle', 'keygen', key)
  const built = await runCli('bundle', 'build', sources, '--out', out, '--key', key, ...options)
  expect(built).toMatchObject({ code: 0, err: '' })
  return { sources, out, key }
}

describe('the command line', () => {
  test.each([
    ['no command', [], 'No command was given'],
    ['an unknown command', ['bundel'], 'Unknown command "bundel"'],
    ['a command from the prototype', ['constructor'], 'Unknown command "constructor"'],
    ['an unknown command below bundle', ['bundle', 'chekc'], 'Unknown command "bundle chekc"'],
    ['no folder', ['bundle', 'check'], 'The folder of the sources is missing'],
    ['a word too many', ['bundle', 'check', 'a', 'b'], 'Unexpected "b"'],
    ['an unknown option', ['bundle', 'check', 'a', '--fast'], '--fast'],
    ['no place for the result', ['bundle', 'build', 'a'], '--out OUT is missing'],
    [
      'a generation that is none',
      ['bundle', 'build', 'a', '--out', 'b', '--generation', '-1'],
      '--generation',
    ],
    ['a port that needs privileges', ['bundle', 'serve', 'a', '--port', '80'], '--port takes a whole number'],
    [
      'a fingerprint that is none',
      ['bundle', 'verify', 'a', '--fingerprint', 'abc'],
      '"abc" is no fingerprint',
    ],
  ])('%s is told, with exit code 2', async (_why, argv, message) => {
    const result = await runCli(...argv)
    expect(result).toMatchObject({ code: 2, out: '' })
    expect(result.err).toContain(message)
  })

  test.each([[['--help']], [['bundle', '--help']], [['bundle', 'build', '--help']]])(
    'help: %j',
    async (argv) => {
      expect(await runCli(...argv)).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringContaining('Usage:'),
      })
    },
  )
})

describe('bundle check', () => {
  test('counts what is sound', async () => {
    const { code, out } = await runCli('bundle', 'check', await sourceFolder())
    expect([code, out]).toEqual([
      0,
      'sample, generation 1: 2 entities, 5 names and aliases, 3 facts and events, 2 sources. Sound.',
    ])
  })

  test('complains with paths that can be opened', async () => {
    const folder = await sourceFolder({ 'deep/x.yaml': 'entities:\n  - id: X\n' })
    const { code, err } = await runCli('bundle', 'check', folder)
    expect(code).toBe(1)
    expect(err).toContain(`${join(folder, 'deep/x.yaml')}:2:9: "X" is no id.`)
    expect(err.endsWith('\n3 complaints.')).toBe(true)
  })
})

describe('bundle keygen', () => {
  test('only the owner can read the key, and it is never written over', async () => {
    const key = join(await temporaryFolder(), 'key.json')
    const made = await runCli('bundle', 'keygen', key)
    expect(made.out).toMatch(/^Fingerprint: [\w-]{43}$/)
    expect((await stat(key)).mode & 0o777).toBe(0o600)
    const before = await readFile(key, 'utf8')
    expect(await runCli('bundle', 'keygen', key)).toMatchObject({ code: 1 })
    expect(await readFile(key, 'utf8')).toBe(before)
  })

  test('never in a bundle or below one', async () => {
    const { sources, out } = await builtBundle()
    for (const path of [join(sources, 'key.json'), join(out, 'key.json'), join(out, 'parts', 'key.json')]) {
      expect(await runCli('bundle', 'keygen', path)).toMatchObject({
        code: 1,
        err: expect.stringContaining('bundle folder'),
      })
      await expect(stat(path)).rejects.toThrow('ENOENT')
    }
  })

  test('a passphrase locks the key', async () => {
    const [folder, sources] = [await temporaryFolder(), await sourceFolder()]
    const [key, out] = [join(folder, 'key.json'), join(folder, 'out')]
    const build = () => runCli('bundle', 'build', sources, '--out', out, '--key', key)
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', 'correct horse')
    const made = await runCli('bundle', 'keygen', key)
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', 'wrong horse')
    expect(await build()).toMatchObject({ code: 1, err: `The passphrase does not open ${key}.` })
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', '')
    expect(await build()).toMatchObject({ code: 1, err: expect.stringContaining('has a passphrase') })
    vi.stubEnv('BACKGROUNDER_PASSPHRASE', 'correct horse')
    expect(await build()).toMatchObject({ code: 0 })
    const verified = await runCli('bundle', 'verify', out, '--fingerprint', made.out.split(' ')[1] ?? '')
    expect(verified.code).toBe(0)
  })

  test('a file that is no key is told', async () => {
    const path = join(await temporaryFolder(), 'key.json')
    await writeFile(path, '{}')
    const built = await runCli('bundle', 'build', await sourceFolder(), '--out', `${path}.out`, '--key', path)
    expect(built).toMatchObject({ code: 1, err: expect.stringContaining(`${path} is no key file`) })
  })
})

describe('bundle build', () => {
  test('the same sources and key give the same bytes', async () => {
    const { sources, out, key } = await builtBundle()
    const again = join(await temporaryFolder(), 'out')
    await runCli('bundle', 'build', sources, '--out', again, '--key', key)
    expect(await contentOf(again)).toEqual(await contentOf(out))
  })

  test('the packaged bundle has the same parts, unsigned', async () => {
    const { sources, out } = await builtBundle()
    const packaged = await compilePackaged(sources)
    const files = packaged.ok ? [...packaged.value.files.keys()] : []
    expect(files.map((file) => `/${file}`).sort()).toEqual(Object.keys(await contentOf(out)).sort())
    expect(packaged).toMatchObject({ value: { manifest: { id: 'sample', generation: 1 } } })
  })

  test('what was built reads as the records that were compiled', async () => {
    const { out } = await builtBundle('--generation', '7')
    const read = await readBuiltBundle(out)
    expect(read).toMatchObject({ ok: true, value: { manifest: { generation: 7, counts: { entities: 2 } } } })
    expect(read.ok && read.value.lines.map((each) => each.id)).toEqual(['itu', 'un'])
  })

  test('a complaint builds nothing', async () => {
    const out = join(await temporaryFolder(), 'out')
    const folder = await sourceFolder({ 'x.yaml': 'entities: {}\n' })
    expect(await runCli('bundle', 'build', folder, '--out', out)).toMatchObject({ code: 1 })
    await expect(stat(out)).rejects.toThrow('ENOENT')
    expect(await compilePackaged(folder)).toMatchObject({ ok: false, error: [{ file: 'x.yaml', line: 1 }] })
  })

  test('never goes back, and never puts other content under a generation that is out', async () => {
    const { sources, out, key } = await builtBundle('--generation', '5')
    const before = await contentOf(out)
    const build = (...options: string[]) =>
      runCli('bundle', 'build', sources, '--out', out, '--key', key, ...options)
    expect(await build('--generation', '4')).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds generation 5'),
    })
    await writeFile(
      join(sources, 'more.yaml'),
      'entities:\n  - {id: rats, kind: organization, names: {en: Tashkent body}}\n',
    )
    expect(await build('--generation', '5')).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds generation 5'),
    })
    await writeFile(join(sources, 'bundle.yaml'), HEADER.replace('id: sample', 'id: other'))
    expect(await build('--generation', '6')).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds the bundle "sample"'),
    })
    expect(await contentOf(out)).toEqual(before)
  })

  test('a newer generation leaves the parts of the older one to those who still read them', async () => {
    const { sources, out, key } = await builtBundle()
    const before = Object.keys(await contentOf(out))
    await writeFile(
      join(sources, 'more.yaml'),
      'entities:\n  - {id: rats, kind: organization, names: {en: Tashkent body}}\n',
    )
    await runCli('bundle', 'build', sources, '--out', out, '--key', key, '--generation', '2')
    expect(Object.keys(await contentOf(out))).toEqual(expect.arrayContaining(before))
    expect(await readBuiltBundle(out)).toMatchObject({
      value: { manifest: { generation: 2, counts: { entities: 3 } } },
    })
  })

  test('the private key is in nothing that was built', async () => {
    const { out, key } = await builtBundle()
    const { private: secret } = JSON.parse(await readFile(key, 'utf8')) as { private: string }
    const seed = Buffer.from(secret, 'base64').subarray(-32)
    for (const content of Object.values(await contentOf(out))) {
      const bytes = Buffer.from(content, 'base64')
      expect(bytes.includes(seed) || bytes.includes(secret) || bytes.includes(seed.toString('hex'))).toBe(
        false,
      )
    }
  })
})

describe('bundle verify', () => {
  test('tells who signed', async () => {
    const { out } = await builtBundle()
    expect(await runCli('bundle', 'verify', out)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Signed by [\w-]{43}\.$/),
    })
  })

  test('another fingerprint, a changed part and a missing part are refused', async () => {
    const { out } = await builtBundle()
    expect(await runCli('bundle', 'verify', out, '--fingerprint', 'A'.repeat(43))).toMatchObject({
      code: 1,
      err: expect.stringContaining('wrong-key'),
    })
    const [part = ''] = await readdir(join(out, 'parts'))
    await writeFile(join(out, 'parts', part), 'x')
    expect(await runCli('bundle', 'verify', out)).toMatchObject({
      code: 1,
      err: expect.stringContaining('wrong-length'),
    })
    expect(await runCli('bundle', 'verify', await temporaryFolder())).toMatchObject({
      code: 1,
      err: expect.stringContaining('no-file'),
    })
  })
})
