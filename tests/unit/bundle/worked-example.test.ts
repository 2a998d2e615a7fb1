import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalBytes } from '../../../src/bundle/crypto.ts'
import { keyIdOfFingerprint } from '../../../src/bundle/public-key.ts'
import { type ReadFile, readBundle } from '../../../src/bundle/read-bundle.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import { ok } from '../../../src/model/result.ts'

/** The fenced blocks of docs/bundle-format.md below "Worked bytes", in order. */
async function workedBytes(): Promise<string[]> {
  const text = await readFile(join(import.meta.dirname, '../../../docs/bundle-format.md'), 'utf8')
  const section = text.split('## Worked bytes')[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/```\w*\n(.*?)\n```/gs)].map((match) => match[1] ?? '')
}

test('the worked bytes of the format read as they say', async () => {
  const [key = '', manifest = '', part = '', line] = await workedBytes()
  const [canonicalKey, keyId, fingerprint = ''] = key.split('\n')
  const files: ReadFile<never> = async (file) =>
    ok(new Uint8Array(file === 'bundle.json' ? Buffer.from(manifest) : Buffer.from(part, 'base64')))
  expect(keyIdOfFingerprint(fingerprint)).toBe(keyId)
  const { keys } = JSON.parse(manifest) as { keys: Json[] }
  expect(new TextDecoder().decode(canonicalBytes(keys[0] ?? null))).toBe(canonicalKey)
  const read = await readBundle(files, { kind: 'key', keyId: keyId ?? '' }, crypto.subtle)
  expect(read.ok && read.value.lines.map((each) => each.line)).toEqual([line])
})
