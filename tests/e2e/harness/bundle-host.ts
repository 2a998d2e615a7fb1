import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { subscriptionLink } from '../../../src/bundle/subscription-link.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { TestPublisher } from '../../unit/sync/publisher.ts'

/** A host of a bundle on loopback. */
export interface BundleHost {
  /** The bundle's base address; ends in a slash. */
  readonly base: string
  close(): void
}

/** Serves a bundle's files as a static host does. */
export async function startBundleHost(files: ReadonlyMap<string, Uint8Array>): Promise<BundleHost> {
  const server = createServer(({ url = '' }, response) => {
    const bytes = files.get(url.slice(1))
    response.writeHead(bytes ? 200 : 404, { 'Access-Control-Allow-Origin': '*' }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}/`, close: () => server.close().closeAllConnections() }
}

/** A bundle of some records with a publisher and a host of its own; `name` is both its id and whose keys sign it. */
export async function hostBundle(
  name: string,
  records: readonly EntityRecord[],
): Promise<{ readonly host: BundleHost; readonly link: string }> {
  const publisher = await TestPublisher.start(name)
  const host = await startBundleHost(await publisher.publish(records, 1, { id: name }))
  return { host, link: subscriptionLink({ base: host.base, rootDigest: publisher.rootDigest }) }
}
