import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Pages on a loopback address. */
export interface TestSite {
  /** Serves a text or bytes under a new address, and gives it; in UTF-8 unless the type tells, under the strictest policy unless told, an empty one for none. */
  readonly put: (body: string | Uint8Array, type: string, policy?: string) => string
  readonly close: () => void
}

/** What the strictest of pages send: nothing may be loaded, no style and no script of anybody else's may run. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; trusted-types 'none'; require-trusted-types-for 'script'"

export async function startTestSite(): Promise<TestSite> {
  const pages = new Map<string, { body: string | Uint8Array; type: string; policy: string }>()
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': typed(page?.type ?? 'text/plain'),
      ...(page?.policy === '' ? {} : { 'content-security-policy': page?.policy ?? POLICY }),
    })
    response.end(page?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    put: (body, type, policy = POLICY) => {
      const path = `/page-${pages.size}`
      pages.set(path, { body, type, policy })
      return `http://127.0.0.1:${port}${path}`
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const typed = (type: string): string => (type.includes('charset=') ? type : `${type}; charset=utf-8`)
