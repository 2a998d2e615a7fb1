import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What the host answers for a path; a function answers by itself. */
export type Answer =
  | Uint8Array
  | {
      readonly status: number
      readonly body?: string | Uint8Array
      readonly headers?: Record<string, string>
    }
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** A real server on the loopback address whose answers a test may change at any time. */
export interface TestHost {
  readonly base: string
  readonly files: Map<string, Answer>
  /** Every request so far. */
  readonly requests: {
    readonly method: string
    readonly path: string
    readonly headers: IncomingMessage['headers']
  }[]
  readonly close: () => Promise<void>
}

/** Starts a host with files by their paths below the base; closed when the test has ended. */
export async function startHost(files: ReadonlyMap<string, Answer>): Promise<TestHost> {
  const served = new Map(files)
  const requests: TestHost['requests'] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    requests.push({ method, path: url, headers })
    const answer = served.get(url.slice(1)) ?? {
      status: 404,
      body: '<!doctype html><title>Not found</title>',
    }
    if (typeof answer === 'function') return answer(request, response)
    const {
      status,
      body,
      headers: more,
    } = answer instanceof Uint8Array ? { status: 200, body: answer, headers: {} } : answer
    response.writeHead(status, more).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  onTestFinished(close)
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    files: served,
    requests,
    close,
  }
}
