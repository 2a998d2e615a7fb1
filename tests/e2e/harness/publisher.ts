import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const PACKAGED = join(ROOT, 'assets', 'bundles', 'international-affairs')

/** In the sample article, and in no packaged bundle. */
export const ADDED_NAME = 'Lake Balkhash Dialogue'

const ADDED_ENTITY = `entities:
  - id: lake-balkhash-dialogue
    kind: organization
    names:
      en: ${ADDED_NAME}
    description:
      en: A made-up forum of network operators, for tests
    statements:
      - {property: headquarters, value: Balkhash, confidence: confirmed, source: made-up}
`
const ADDED_SOURCE = `sources:
  - id: made-up
    title: The programme of the made-up forum
    publisher: Nobody
    url: https://backgrounder.example/made-up
    date: "2026-11-01"
`

/** A publisher of a bundle of the packaged one's name, with the project's own command line. */
export interface Publisher {
  /** What a reader subscribes to. */
  readonly link: string
  /** The address of the server, for the log of requests. */
  readonly origin: string
  /** Publishes the packaged facts and one made-up entity under a generation, signed. */
  publish(generation: number): Promise<void>
  /** Changes one published file behind the publisher's back: what is served is no longer what was signed. */
  tamper(what: 'manifest' | 'part'): Promise<void>
  close(): Promise<void>
}

const run = promisify(execFile)
const COMMAND = [join(ROOT, 'src', 'cli', 'main.ts'), 'bundle']
const bundle = (...args: string[]) => run(process.execPath, [...COMMAND, ...args], { cwd: ROOT })

/** Makes a key, publishes a first generation and serves it on loopback. */
export async function startPublisher(generation: number): Promise<Publisher> {
  const folder = await mkdtemp(join(tmpdir(), 'publisher-'))
  const [sources, key, out] = [join(folder, 'sources'), join(folder, 'key'), join(folder, 'out')]
  await cp(PACKAGED, sources, { recursive: true })
  await writeFile(join(sources, 'organizations', 'made-up.yaml'), ADDED_ENTITY)
  await writeFile(join(sources, 'sources', 'made-up.yaml'), ADDED_SOURCE)
  await bundle('keygen', key)
  const publish = async (next: number): Promise<void> => {
    // As on a new host: the command line itself refuses to go back behind what a folder holds.
    await rm(out, { recursive: true, force: true })
    await bundle('build', sources, '--out', out, '--generation', String(next), '--key', key)
  }
  await publish(generation)
  const server = spawn(process.execPath, [...COMMAND, 'serve', out], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const link = await linkOf(server)
  return {
    link,
    origin: new URL(link).origin,
    publish,
    tamper: (what) => (what === 'manifest' ? tamperManifest(out) : tamperPart(out)),
    close: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await rm(folder, { recursive: true })
    },
  }
}

async function linkOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('The server says nothing.')
  for await (const line of createInterface(server.stdout)) {
    const link = /^Subscribe to: (\S+)$/.exec(line)?.[1]
    if (link !== undefined) return link
  }
  throw new Error('The server ended without naming its link.')
}

/** Another title, under the old signature. */
async function tamperManifest(out: string): Promise<void> {
  const file = join(out, 'bundle.json')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('International affairs', 'International affairz'))
}

/** One bit in the middle of every part. */
async function tamperPart(out: string): Promise<void> {
  const names = await readdir(join(out, 'parts'))
  if (names.length === 0) throw new Error('The bundle has no part.')
  for (const name of names) {
    const file = join(out, 'parts', name)
    const bytes = await readFile(file)
    const middle = bytes.length >> 1
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    await writeFile(file, bytes)
  }
}
