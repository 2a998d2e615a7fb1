import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import { build } from 'rolldown'

/** A server on the loopback: repositories by the first folder of the path, and the page that imports them. */
export interface RepositoryHost {
  readonly origin: string
  /** Bytes of files served so far, by path. */
  readonly served: ReadonlyMap<string, number>
  /** Bytes of each file that was served. */
  readonly sizes: ReadonlyMap<string, number>
  close(): void
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>import</title><script type="module" src="/in-import-page.js"></script>'

/** Serves folders as a static host does; a file that is not there is answered with 404. */
export async function startRepositoryHost(
  folders: Readonly<Record<string, string>>,
): Promise<RepositoryHost> {
  // Read at each request: whoever publishes anew changes them.
  const [served, sizes] = [new Map<string, number>(), new Map<string, number>()]
  const server = createServer(({ url = '/' }, response) => {
    const script = /^\/(in-import-[a-z]+)\.js$/.exec(url)?.[1]
    if (url === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
    if (script !== undefined)
      return void bundled(`${script}.ts`).then((code) =>
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(code),
      )
    const [, name = '', ...rest] = normalize(url).split('/')
    const path = join(folders[name] ?? '', ...rest)
    const size = sizeOf(path)
    const headers = { 'Access-Control-Allow-Origin': '*' }
    if (folders[name] === undefined || size === undefined) return void response.writeHead(404, headers).end()
    served.set(url, (served.get(url) ?? 0) + size)
    sizes.set(url, size)
    createReadStream(path).pipe(response.writeHead(200, { ...headers, 'content-length': size }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served,
    sizes,
    close: () => server.close().closeAllConnections(),
  }
}

function sizeOf(path: string): number | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? stat.size : undefined
}

async function bundled(file: string): Promise<string> {
  const { output } = await build({
    input: join(import.meta.dirname, file),
    output: { format: 'iife', minify: true, codeSplitting: false },
    write: false,
  })
  return output[0].code
}
