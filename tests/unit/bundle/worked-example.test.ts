import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyIdOfFingerprint } from '../../../src/bundle/public-key.ts'
import { NEW_READER, readOnce } from '../tuf/test-reader.ts'
import { NOW } from '../tuf/test-repository.ts'

/** The files that docs/bundle-format.md prints below "Worked bytes", by their paths, and its other blocks. */
async function workedBytes(): Promise<{ files: Map<string, Uint8Array<ArrayBuffer>>; others: string[] }> {
  const text = await readFile(join(import.meta.dirname, '../../../docs/bundle-format.md'), 'utf8')
  const section = text.split('## Worked bytes')[1]?.split('\n## ')[0] ?? ''
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const others: string[] = []
  for (const [, before = '', form, block = ''] of section.matchAll(/([^\n]*)\n\n```(\w*)\n(.*?)\n```/gs)) {
    const path = /`((?:metadata|targets)\/[^`]+)`/.exec(before)?.[1]
    if (path === undefined) others.push(block)
    else files.set(path, new Uint8Array(Buffer.from(block, form === 'base64' ? 'base64' : 'utf8')))
  }
  return { files, others }
}

test('the worked bytes of the format read as they say', async () => {
  const { files, others } = await workedBytes()
  const [identity = '', line] = others
  const [rootDigest = '', fingerprint = ''] = identity.split('\n')
  expect(keyIdOfFingerprint(fingerprint)).toBe(rootDigest)
  const { reader, how } = await readOnce(NEW_READER, files, NOW, { kind: 'pinned', rootDigest })
  expect([how, reader.generation, [...reader.lines.values()]]).toEqual(['full', 1, [line]])
})
