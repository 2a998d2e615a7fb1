import { samplePacked } from '../bundle/sample-bundle.ts'
import { type Attack, drip, endless, flipped, MANIFEST, text } from './published.ts'
import { OLD } from './test-sync.ts'

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
    async ({ put, part, stage }) =>
      put(part, [...(await samplePacked(OLD, 3, stage.key)).files.values()][0] ?? new Uint8Array()),
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
    ({ put, manifestBytes }) =>
      put(MANIFEST, new TextEncoder().encode(text(manifestBytes).replace('Sample', 'Simple'))),
    'bad-signature',
  ],
  [
    'a changed generation',
    ({ put, manifestBytes }) =>
      put(
        MANIFEST,
        new TextEncoder().encode(text(manifestBytes).replace('"generation": 3', '"generation": 4')),
      ),
    'bad-signature',
  ],
  ['a manifest cut off', ({ put, manifestBytes }) => put(MANIFEST, manifestBytes.slice(0, -20)), 'not-json'],
  [
    'a key written twice',
    ({ put, manifestBytes }) =>
      put(
        MANIFEST,
        new TextEncoder().encode(
          text(manifestBytes).replace('"minReader": 1', '"minReader": 1, "minReader": 1'),
        ),
      ),
    'not-json',
  ],
  [
    'a web page in the place of the manifest',
    ({ put }) =>
      put(MANIFEST, {
        status: 200,
        body: '<!doctype html><title>Welcome</title>',
        headers: { 'Content-Type': 'text/html' },
      }),
    'not-json',
  ],
  ['an empty manifest', ({ put }) => put(MANIFEST, new Uint8Array()), 'not-json'],
  [
    'a manifest that is gone',
    ({ put }) => put(MANIFEST, { status: 404, body: '<!doctype html>' }),
    'not-found',
  ],
  ['an error of the host', ({ put }) => put(MANIFEST, { status: 500 }), 'http-error'],
  [
    'a redirect to the same file',
    ({ put, manifestBytes, stage }) => {
      stage.host.files.set('moved.json', manifestBytes)
      put(MANIFEST, { status: 302, headers: { Location: '/moved.json' } })
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
  ['a manifest without end', ({ put }) => put(MANIFEST, endless), 'too-large'],
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
  ['a host that never answers', ({ put }) => put(MANIFEST, () => undefined), 'too-slow'],
  ['a host that drips for ever', ({ put, part }) => put(part, drip), 'too-slow'],
  ['a host that is gone', ({ stage }) => stage.host.close(), 'unreachable'],
]
