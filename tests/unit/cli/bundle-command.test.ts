import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPackagedManifest } from '../../../src/bundle/open-packaged-manifest.ts'
import { compilePackaged } from '../../../src/cli/bundle/compile-packaged.ts'
import { readGeneration } from '../../../src/cli/bundle/publish/read-generation.ts'
import { filesBelow, release, startPublisher } from './published-repository.ts'
import { HEADER, sourceFolder, temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

describe('the command line', () => {
  test.each([
    ['no command', [], 'No command was given'],
    [
      'an unknown command',
      ['bundel'],
      'Unknown command "bundel". Did you mean "bundle"? "backgrounder --help"',
    ],
    ['a command from the prototype', ['constructor'], 'Unknown command "constructor"'],
    [
      'an unknown command below bundle',
      ['bundle', 'chek'],
      'Unknown command "bundle chek". Did you mean "check"? "backgrounder bundle --help"',
    ],
    ['a command that is like no other', ['bundle', 'frobnicate'], '"bundle frobnicate". "backgrounder'],
    ['no command below bundle', ['bundle'], 'Which command of "bundle"? "backgrounder bundle --help"'],
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

  test.each([
    [['--help']],
    [['bundle', '--help']],
    [['bundle', 'help', 'build', 'sign']],
    [['bundle', 'help']],
    [['bundle', '-h']],
    [['bundle', 'build', '--help']],
  ])('help: %j', async (argv) => {
    expect(await runCli(...argv)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('Usage:'),
    })
  })
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

describe('bundle build', () => {
  test('the packaged bundle has the very parts that are published, and no signature', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const packaged = await compilePackaged(publisher.sources)
    if (!packaged.ok) throw new Error('the sample does not compile')
    const published = await filesBelow(publisher.out)
    expect([...packaged.value.keys()]).toEqual([expect.stringMatching(/^targets\/.*full/), 'bundle.json'])
    for (const [file, bytes] of packaged.value)
      if (file !== 'bundle.json') expect(Buffer.from(bytes)).toEqual(Buffer.from(published.get(file) ?? []))
    expect(openPackagedManifest(packaged.value.get('bundle.json') ?? new Uint8Array())).toMatchObject({
      value: { id: 'sample', generation: 1, counts: { entities: 2 } },
    })
  })

  test('what was built reads as the records that were compiled', async () => {
    const publisher = await startPublisher(await sourceFolder())
    await release(publisher, 7)
    const read = await readGeneration(publisher.out)
    expect(read).toMatchObject({ ok: true, value: { manifest: { generation: 7, counts: { entities: 2 } } } })
    expect(read.ok && read.value.lines.map((each) => each.id)).toEqual(['itu', 'un'])
  })

  test('a complaint builds nothing', async () => {
    const { out } = await startPublisher(await sourceFolder())
    const before = await filesBelow(out)
    const folder = await sourceFolder({ 'x.yaml': 'entities: {}\n' })
    expect(await runCli('bundle', 'build', folder, '--out', out)).toMatchObject({ code: 1 })
    expect(await filesBelow(out)).toEqual(before)
    expect(await compilePackaged(folder)).toMatchObject({ ok: false, error: [{ file: 'x.yaml', line: 1 }] })
  })

  test('never goes back, never puts other content under a generation that is out, nor another bundle', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const { sources, out } = publisher
    await release(publisher, 5)
    const before = await filesBelow(out)
    const build = (generation: string) =>
      runCli('bundle', 'build', sources, '--out', out, '--generation', generation)
    expect((await build('4')).err).toContain('holds generation 5')
    await writeFile(
      join(sources, 'more.yaml'),
      'entities:\n  - {id: rats, kind: organization, names: {en: Tashkent body}}\n',
    )
    expect((await build('5')).err).toContain('holds generation 5')
    await writeFile(join(sources, 'bundle.yaml'), HEADER.replace('id: sample', 'id: other'))
    expect((await build('6')).err).toContain('holds the bundle "sample"')
    expect(await filesBelow(out)).toEqual(before)
  })
})

describe('a folder that holds no bundle', () => {
  test.each([
    ['build', (empty: string, sources: string) => [sources, '--out', empty]],
    ['sign', (empty: string) => [empty, '--keys', empty]],
    ['rotate-key', (empty: string) => [empty, '--role', 'root', '--keys', empty]],
    ['publish', (empty: string) => [empty, `${empty}-host`]],
    ['verify', (empty: string) => [empty]],
    ['serve', (empty: string) => [empty]],
  ])('%s says so, and how one is begun', async (command, argv) => {
    const empty = await temporaryFolder()
    const result = await runCli('bundle', command, ...argv(empty, await sourceFolder()))
    expect(result).toMatchObject({ code: 1, out: '' })
    expect(result.err).toContain(
      `${empty} holds no bundle (metadata/1.root.json is not there): begin one with "bundle init"`,
    )
    expect(await readdir(empty)).toEqual([])
  })
})
