import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { instantAfter } from '../../../src/cli/bundle/publish/instants.ts'
import { temporaryFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

/** A repository of a test: its folders, and the instant at which all of it was signed. */
export interface TestPublisher {
  readonly sources: string
  readonly out: string
  readonly keys: string
  readonly at: string
  readonly fingerprint: string
}

/** Runs one command and gives what it said; throws where it did not succeed. */
export async function succeed(...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await runCli('bundle', ...argv)
  if (code !== 0) throw new Error(`bundle ${argv.join(' ')}: ${err}`)
  return out
}

/** Begins a repository for a folder of sources, and signs its first generation. */
export async function startPublisher(sources: string, ...init: readonly string[]): Promise<TestPublisher> {
  const work = await temporaryFolder()
  const [out, keys] = [join(work, 'out'), join(work, 'keys')]
  const at = instantAfter(Date.now(), 0)
  const told = await succeed('init', out, '--keys', keys, '--at', at, ...init)
  const publisher = { sources, out, keys, at, fingerprint: /[\w-]{43}/.exec(told)?.[0] ?? '' }
  await release(publisher, 1)
  return publisher
}

/** Builds and signs a generation. */
export const release = ({ sources, out, keys, at }: TestPublisher, generation: number): Promise<string> =>
  succeed('build', sources, '--out', out, '--keys', keys, '--at', at, '--generation', String(generation))

/** Every file below a folder, by its path with slashes. */
export async function filesBelow(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const path of paths.sort())
    files.set(relative(folder, path).split(sep).join('/'), new Uint8Array(await readFile(path)))
  return files
}
