import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root, TopRole } from '../../../bundle/tuf/metadata.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { readKeyFile } from '../key-file.ts'
import { passphrase } from '../passphrase.ts'
import type { SigningKey } from '../signing-key.ts'

/** The keys of a folder by their ids. Which role a key has, the root says, not the name of its file. */
export type KeyRing = ReadonlyMap<string, SigningKey>

/** Reads every key file (`.json`) of a folder. */
export async function readKeyFolder(folder: string): Promise<Result<KeyRing, string>> {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return fail(`There is no folder ${folder}`)
  const ring = new Map<string, SigningKey>()
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    const key = await readKeyFile(join(folder, name), passphrase())
    if (!key.ok) return key
    ring.set(key.value.keyId, key.value)
  }
  return ok(ring)
}

/** The keys of a role of a root, as many as must sign; refused where the folder has fewer. */
export function roleSigners(ring: KeyRing, root: Root, name: TopRole): Result<readonly SigningKey[], string> {
  const { keyids, threshold } = root.roles[name]
  const keys = keyids.flatMap((keyid) => ring.get(keyid) ?? [])
  if (keys.length >= threshold) return ok(keys)
  return fail(
    `The ${name} role needs ${threshold} of its keys to sign; ${keys.length} of them are in the folder of keys`,
  )
}
