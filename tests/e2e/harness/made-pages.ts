import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Site } from './site.ts'

/** Serves pages made for a test: each path is answered with its own HTML, and 404 where there is none. */
export async function startMadePages(pageAt: (path: string) => string | undefined): Promise<Site> {
  const server = createServer((incoming, outgoing) => {
    const html = pageAt(new URL(incoming.url ?? '/', 'http://site.invalid').pathname)
    outgoing
      .writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() }
}
