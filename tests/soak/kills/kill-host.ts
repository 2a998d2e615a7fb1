import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { subscriptionLink } from '../../../src/bundle/subscription-link.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { type PackedGeneration, packLines } from '../../unit/bundle/packed-generation.ts'
import { sampleRecord } from '../../unit/bundle/sample-bundle.ts'
import { TestPublisher } from '../../unit/sync/publisher.ts'

/** The bundle that is updated while browsers are killed. */
export const KILLED_BUNDLE = 'sample'
/** The entity that tells its generation on its card. */
export const TELLING_ENTITY = 'e-0000'

const RECORDS = 2_400
/** Small parts: an update then has many moments, and each kill falls into another. */
const PART_RECORDS = 200

/** Generations that a delta leads on from: a reader who was killed is one behind. */
const RECENT = 3

/** How a generation is offered: in full parts alone, or also as a delta from those before. */
export type Offer = 'full' | 'delta'

/** A host that publishes one generation after another. */
export interface KillHost {
  readonly link: string
  /** Publishes the next generation and gives its number and the digest of its records. */
  publishNext(offer: Offer): Promise<{ readonly generation: number; readonly root: string }>
  /** Addresses of parts and deltas that were asked for since the last call. */
  takeRequests(): readonly string[]
  close(): void
}

/** Starts a host with a first generation. Answers of parts come one after another with a pause, as over a network. */
export async function startKillHost(pause: number): Promise<KillHost> {
  const publisher = await TestPublisher.start('kills')
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let [generation, asked]: [number, string[]] = [0, []]
  const server = createServer(({ url = '' }, response) => {
    const bytes = files.get(url.slice(1))
    const isPart = url.endsWith('.gz')
    if (isPart) asked.push(url)
    const answer = () =>
      response.writeHead(bytes ? 200 : 404, { 'Access-Control-Allow-Origin': '*' }).end(bytes)
    setTimeout(answer, isPart ? pause : 0)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    link: subscriptionLink({ base, rootDigest: publisher.rootDigest }),
    publishNext: async (offer) => {
      generation += 1
      let root = ''
      const change = (packed: PackedGeneration) => {
        root = packed.state.root
        return inSmallParts(packed)
      }
      const deltas = offer === 'delta' && RECENT
      for (const [file, bytes] of await publisher.publish(recordsOf(generation, offer), generation, {
        deltas,
        change,
      }))
        files.set(file, bytes)
      return { generation, root }
    },
    takeRequests: () => {
      const taken = asked
      asked = []
      return taken
    },
    close: () => server.close().closeAllConnections(),
  }
}

const idOf = (index: number): string => `e-${String(index).padStart(4, '0')}`

/** The first entity tells the generation; of the others one in fifty changes with each, or all where none is told apart. */
function recordsOf(generation: number, offer: Offer): EntityRecord[] {
  return Array.from({ length: RECORDS }, (_, index) => {
    const changes = offer === 'full' || index % 50 === generation % 50
    const record = sampleRecord(idOf(index), `Entity ${index}`)
    if (index === 0) return { ...record, descriptions: [{ text: `Generation ${generation}`, lang: 'en' }] }
    return changes ? { ...record, context: [`generation ${generation}`] } : record
  })
}

/** The same generation in more parts than it would have: the reader takes any number. */
function inSmallParts(packed: PackedGeneration): PackedGeneration {
  const lines = [...packed.state.lines.values()]
  const targets = new Map(packed.targets)
  for (const { path } of packed.manifest.full) targets.delete(path)
  const full = Array.from({ length: Math.ceil(lines.length / PART_RECORDS) }, (_, index) => {
    const [part] = packLines(
      lines.slice(index * PART_RECORDS, (index + 1) * PART_RECORDS),
      () => `full-${String(index).padStart(5, '0')}.jsonl.gz`,
    )
    if (!part) throw new Error('a part without records')
    targets.set(part.part.path, part.bytes)
    return part.part
  })
  const manifest = { ...packed.manifest, full }
  return { ...packed, manifest, targets: targets.set(MANIFEST_FILE, manifestBytes(manifest)) }
}
