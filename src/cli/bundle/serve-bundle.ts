import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A server for one bundle on this machine. */
export interface BundleServer {
  /** The bundle's base address, with a slash at its end. */
  readonly base: string
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
/** What a bundle consists of; nothing else of the folder is given out. */
const SERVED =
  /^\/(?:metadata\/(?:timestamp|\d+\.(?:root|snapshot|targets))\.json|targets\/[0-9a-f]{64}\.(?:bundle\.json|full-\d{5}\.jsonl\.gz|delta-\d+-\d+(?:\.p\d+)?\.jsonl\.gz))$/
/** What changes in place. */
const MUTABLE = '/metadata/timestamp.json'
/** Readers have no permission for the host, so every answer carries this, errors included. */
const EVERY_ANSWER = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' }

/** Serves a built bundle over http on the loopback address; port 0 takes any free one. */
export async function serveBundle(folder: string, port = 0): Promise<BundleServer> {
  const server = createServer((request, response) => void answer(folder, request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return { base: `http://${LOOPBACK}:${taken}/`, close: () => close(server) }
}

async function answer(
  folder: string,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') return end(response, 405, 'This server answers GET only.\n')
  const bytes = SERVED.test(url) ? await readFile(join(folder, url)).catch(() => undefined) : undefined
  if (!bytes) return end(response, 404, 'Not found.\n')
  const caching = url === MUTABLE ? 'no-cache' : 'public, max-age=31536000, immutable'
  const type = url.endsWith('.json') ? 'application/json' : 'application/gzip'
  response.writeHead(200, {
    ...EVERY_ANSWER,
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': caching,
  })
  response.end(method === 'HEAD' ? undefined : bytes)
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...EVERY_ANSWER, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(text)
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
