import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canonicalBytes } from '../../bundle/crypto.ts'
import { MANIFEST_FILE, type Manifest } from '../../bundle/manifest.ts'
import { openManifest } from '../../bundle/open-manifest.ts'
import type { Json } from '../../bundle/strict-json.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import type { PackedBundle } from './pack-bundle.ts'

/**
 * Writes a bundle into a folder: parts first, `bundle.json` last and at once, so that whoever reads
 * meanwhile sees the old generation or the new one. Files of older generations stay. Refuses to go
 * back to an older generation, or to publish other content under the same one.
 */
export async function writeBundle(folder: string, packed: PackedBundle): Promise<Result<number, string>> {
  const objection = await objectionOf(folder, packed)
  if (objection) return fail(objection)
  for (const [file, bytes] of packed.files) await replaceFile(join(folder, file), bytes)
  return ok(packed.files.size)
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, bytes)
  await rename(`${path}.new`, path)
}

const canonicalText = (manifest: Manifest): string =>
  new TextDecoder().decode(canonicalBytes(manifest as unknown as Json))

async function objectionOf(folder: string, { manifest }: PackedBundle): Promise<string | undefined> {
  const present = await readFile(join(folder, MANIFEST_FILE)).catch(() => undefined)
  if (!present) return undefined
  const opened = await openManifest(present, { kind: 'package' }, crypto.subtle)
  if (!opened.ok)
    return `${folder} holds a bundle.json that cannot be read (${opened.error.detail}): use another folder`
  const { id, generation } = opened.value
  // The same content may be signed again.
  if (canonicalText(opened.value) === canonicalText(manifest)) return undefined
  if (id !== manifest.id)
    return `${folder} holds the bundle "${id}", not "${manifest.id}": use another folder`
  if (generation < manifest.generation) return undefined
  return `${folder} holds generation ${generation} already: raise "generation" above it (readers refuse to go back)`
}
