import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { subscriptionLink } from '../../../src/bundle/subscription-link.ts'
import { type CompiledBundle, compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { generatedRecord } from '../../bench/sync/generated-records.ts'
import { TestPublisher } from '../../unit/sync/publisher.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const PACKAGED = join(ROOT, 'assets', 'bundles', 'international-affairs')

/** In the sample article, and in no packaged bundle. */
export const ADDED_NAME = 'Lake Balkhash Dialogue'

const ADDED_ID = 'lake-balkhash-dialogue'

const ADDED_ENTITY = `entities:
  - id: ${ADDED_ID}
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

/** A publisher of a bundle of the packaged one's name, on a server of its own on loopback. */
export interface Publisher {
  /** What a reader subscribes to. */
  readonly link: string
  /** The address of the server, for the log of requests. */
  readonly origin: string
  /** Publishes the packaged facts and one made-up entity under a generation, with deltas from those before. */
  publish(generation: number): Promise<void>
  /** Changes published files behind the publisher's back: what is served is no longer what was signed. */
  tamper(what: 'manifest' | 'part' | 'timestamp'): void
  /** From now on answers to requests for parts wait until the function that it gives is called. */
  hold(): () => void
  close(): void
}

/**
 * Makes keys, publishes a first generation and serves it. `name`: equal names have equal keys; `more`: so many generated
 * entities beside the packaged ones.
 */
export async function startPublisher(generation: number, name = 'e2e', more = 0): Promise<Publisher> {
  const [sources, publisher] = [await compiledSources(), await TestPublisher.start(name)]
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const generated = Array.from({ length: more }, (_, index) => generatedRecord(index))
  let held: Promise<void> | undefined
  const publish = async (next: number): Promise<void> => {
    const header = { ...sources.header, generation: next }
    // Each generation differs from the others in one record, so that a delta has something to tell.
    const changed = sources.records.map((record) =>
      record.id === ADDED_ID ? { ...record, context: [`generation ${next}`] } : record,
    )
    const records = [...changed, ...generated].sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const [file, bytes] of await publisher.publishSources({ ...sources, header, records }))
      files.set(file, bytes)
  }
  await publish(generation)
  const server = createServer(({ url = '' }, response) => {
    const file = url.slice(1)
    const answer = () => {
      const bytes = files.get(file)
      response.writeHead(bytes ? 200 : 404, { 'Access-Control-Allow-Origin': '*' }).end(bytes)
    }
    void (file.endsWith('.gz') ? (held ?? Promise.resolve()) : Promise.resolve()).then(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    link: subscriptionLink({ base: `${origin}/`, rootDigest: publisher.rootDigest }),
    origin,
    publish,
    tamper: (what) => {
      const like = { manifest: '.bundle.json', part: '.gz', timestamp: 'timestamp.json' }[what]
      for (const [file, bytes] of files) if (file.endsWith(like)) files.set(file, flipped(bytes))
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return () => {
        held = undefined
        resolve()
      }
    },
    close: () => server.close().closeAllConnections(),
  }
}

async function compiledSources(): Promise<CompiledBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'publisher-'))
  await cp(PACKAGED, folder, { recursive: true })
  await writeFile(join(folder, 'organizations', 'made-up.yaml'), ADDED_ENTITY)
  await writeFile(join(folder, 'sources', 'made-up.yaml'), ADDED_SOURCE)
  const compiled = await compileSources(folder)
  await rm(folder, { recursive: true })
  if (!compiled.ok) throw new Error('the sources do not compile')
  return compiled.value
}

/** One bit in the middle. */
function flipped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return copy
}
