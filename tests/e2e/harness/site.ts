import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A server on loopback with the pages of tests/fixtures. */
export interface Site {
  /** For example `http://127.0.0.1:40123`. */
  readonly origin: string
  close(): void
}

/** Starts a server at a free port. A folder's address ends in a slash and gives its index.html. */
export async function startSite(): Promise<Site> {
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://site.invalid')
    readPage(pathname).then(
      ({ type, body }) => outgoing.writeHead(200, { 'content-type': type }).end(body),
      () => outgoing.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() }
}

async function readPage(pathname: string): Promise<{ type: string; body: Buffer }> {
  // The address is normalised before it is joined, so that `..` cannot leave the folder.
  const path = normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
  const type = TYPES[extname(path)]
  if (type === undefined) throw new Error(`no page: ${path}`)
  return { type, body: await readFile(join(FIXTURES, path)) }
}
