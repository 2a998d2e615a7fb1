import { type Attack, drip, endless, flipped, TIMESTAMP, text } from './published.ts'

/** A host, or someone on the way, changes files. */
export const HOST_ATTACKS: readonly Attack[] = [
  ['the first byte of a part', ({ put, part, partBytes }) => put(part, flipped(partBytes, 0)), 'wrong-hash'],
  [
    'a byte in the middle of a part',
    ({ put, part, partBytes }) => put(part, flipped(partBytes, partBytes.length >> 1)),
    'wrong-hash',
  ],
  [
    'the last byte of a part',
    ({ put, part, partBytes }) => put(part, flipped(partBytes, partBytes.length - 1)),
    'wrong-hash',
  ],
  [
    'a byte more in a part',
    ({ put, part, partBytes }) => put(part, new Uint8Array([...partBytes, 0])),
    'wrong-length',
  ],
  ['a byte less in a part', ({ put, part, partBytes }) => put(part, partBytes.slice(0, -1)), 'wrong-length'],
  ['an empty part', ({ put, part }) => put(part, new Uint8Array()), 'wrong-length'],
  [
    'a part in the place of another',
    ({ put, part, oldPartBytes }) => put(part, oldPartBytes),
    'wrong-length',
  ],
  ['a part that is gone', ({ put, part }) => put(part, { status: 404 }), 'not-found'],
  ['a part behind a refusal', ({ put, part }) => put(part, { status: 403 }), 'not-found'],
  [
    'a part that the host decompresses',
    ({ put, part, partBytes }) =>
      put(part, { status: 200, body: partBytes, headers: { 'Content-Encoding': 'gzip' } }),
    'wrong-length',
  ],
  [
    'a changed title',
    ({ put, manifest, manifestBytes }) =>
      put(manifest, new TextEncoder().encode(text(manifestBytes).replace('Sample', 'Simple'))),
    'wrong-hash',
  ],
  [
    'a manifest of another length',
    ({ put, manifest, manifestBytes }) => put(manifest, manifestBytes.slice(0, -20)),
    'wrong-length',
  ],
  ['a manifest that is gone', ({ put, manifest }) => put(manifest, { status: 404 }), 'not-found'],
  [
    'a changed version in the timestamp',
    ({ put, timestampBytes }) =>
      put(TIMESTAMP, new TextEncoder().encode(text(timestampBytes).replace('"version":2', '"version":3'))),
    'bad-signature',
  ],
  [
    'a key written twice',
    ({ put, timestampBytes }) =>
      put(
        TIMESTAMP,
        new TextEncoder().encode(text(timestampBytes).replace('"_type"', '"_type":"timestamp","_type"')),
      ),
    'not-json',
  ],
  [
    'a timestamp cut off',
    ({ put, timestampBytes }) => put(TIMESTAMP, timestampBytes.slice(0, -20)),
    'not-json',
  ],
  [
    'a web page in the place of the timestamp',
    ({ put }) =>
      put(TIMESTAMP, {
        status: 200,
        body: '<!doctype html><title>Welcome</title>',
        headers: { 'Content-Type': 'text/html' },
      }),
    'not-json',
  ],
  ['an empty timestamp', ({ put }) => put(TIMESTAMP, new Uint8Array()), 'not-json'],
  [
    'a timestamp that is gone',
    ({ put }) => put(TIMESTAMP, { status: 404, body: '<!doctype html>' }),
    'not-found',
  ],
  ['an error of the host', ({ put }) => put(TIMESTAMP, { status: 500 }), 'http-error'],
  [
    'a redirect to the same file',
    ({ put, timestampBytes, stage }) => {
      stage.host.files.set('moved.json', timestampBytes)
      put(TIMESTAMP, { status: 302, headers: { Location: '/moved.json' } })
    },
    'unreachable',
  ],
  [
    'a redirect of a part',
    ({ put, part, partBytes, stage }) => {
      stage.host.files.set('moved.gz', partBytes)
      put(part, { status: 301, headers: { Location: '/moved.gz' } })
    },
    'unreachable',
  ],
  ['a timestamp without end', ({ put }) => put(TIMESTAMP, endless), 'too-large'],
  ['a part without end', ({ put, part }) => put(part, endless), 'wrong-length'],
  [
    'a connection that breaks in a part',
    ({ put, part, partBytes }) =>
      put(part, (_request, response) => {
        response.writeHead(200, { 'Content-Length': partBytes.length })
        response.write(partBytes.slice(0, 10), () => response.destroy())
      }),
    'unreachable',
  ],
  [
    'a host that begins and falls silent',
    ({ put, part, partBytes }) =>
      put(part, (_request, response) => {
        response.write(partBytes.slice(0, 10))
      }),
    'too-slow',
  ],
  ['a host that never answers', ({ put }) => put(TIMESTAMP, () => undefined), 'too-slow'],
  ['a host that drips for ever', ({ put, part }) => put(part, drip), 'too-slow'],
  ['a host that is gone', ({ stage }) => stage.host.close(), 'unreachable'],
]
