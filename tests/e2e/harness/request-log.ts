import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** One request that a browser made. `url` of an https request is `https://host:port`: the rest is not seen. */
export interface LoggedRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
}

/** A proxy on loopback that a browser sends everything through; it records all and passes on only what stays on loopback. */
export interface RequestLog {
  readonly port: number
  /** Every request so far, in order. */
  readonly requests: readonly LoggedRequest[]
  close(): void
}

const isLoopback = (host: string): boolean => host === 'localhost' || host.startsWith('127.')

/** Starts a proxy with an empty log. */
export async function startRequestLog(): Promise<RequestLog> {
  const requests: LoggedRequest[] = []
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    requests.push({ method, url, headers })
    passOn(incoming, outgoing)
  })
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    requests.push({ method: 'CONNECT', url: `https://${incoming.url}`, headers: incoming.headers })
    tunnel(incoming, socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, requests, close: () => server.close().closeAllConnections() }
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const refuse = () => outgoing.writeHead(502).end()
  const target = new URL(incoming.url ?? '')
  if (!isLoopback(target.hostname)) return void refuse()
  const onward = request(
    target,
    { method: incoming.method ?? 'GET', headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    },
  )
  onward.on('error', refuse)
  incoming.pipe(onward)
}

/** Web sockets to a loopback server come this way; anything else is refused. */
function tunnel(incoming: IncomingMessage, socket: Duplex): void {
  const target = new URL(`http://${incoming.url}`)
  socket.on('error', () => socket.destroy())
  if (!isLoopback(target.hostname)) return void socket.end('HTTP/1.1 502 Refused\r\n\r\n')
  const onward = connect(Number(target.port), target.hostname, () => {
    socket.write('HTTP/1.1 200 Connected\r\n\r\n')
    onward.pipe(socket)
    socket.pipe(onward)
  })
  onward.on('error', () => socket.destroy())
}
