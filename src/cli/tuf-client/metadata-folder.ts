import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredMetadata } from '../../bundle/tuf/stored-metadata.ts'
import { makeFolder } from '../make-folder.ts'

/** Trusted metadata as files without versions in their names, as the suite's client protocol asks. */
const TOP = ['root', 'timestamp', 'snapshot', 'targets'] as const
/** What is no metadata file: the identity and the epoch, which the format of TUF has no place for. */
const STATE_FILE = 'state'

/** Writes the files that differ from those of `before`; each at once, so that a kill leaves the old one or the new. */
export async function saveMetadata(folder: string, stored: StoredMetadata): Promise<void> {
  await makeFolder(folder)
  const { rootDigest, epoch } = stored
  await replace(join(folder, STATE_FILE), new TextEncoder().encode(JSON.stringify({ rootDigest, epoch })))
  for (const role of TOP) {
    const [file, bytes] = [join(folder, `${role}.json`), stored[role]]
    if (bytes) await replace(file, bytes)
    else await rm(file, { force: true })
  }
  for (const [role, bytes] of stored.delegated ?? []) await replace(join(folder, delegatedName(role)), bytes)
}

/** What `saveMetadata` wrote, or a root alone; undefined where there is none. */
export async function loadMetadata(folder: string): Promise<Omit<StoredMetadata, 'floor'> | undefined> {
  const [root, timestamp, snapshot, targets] = await Promise.all(
    TOP.map((role) => bytesOf(join(folder, `${role}.json`))),
  )
  const state = await bytesOf(join(folder, STATE_FILE))
  if (!root) return undefined
  const { rootDigest, epoch } = state
    ? (JSON.parse(new TextDecoder().decode(state)) as Pick<StoredMetadata, 'rootDigest' | 'epoch'>)
    : { rootDigest: '', epoch: 1 }
  return {
    rootDigest,
    epoch,
    root,
    ...(timestamp && { timestamp }),
    ...(snapshot && { snapshot }),
    ...(targets && { targets }),
    delegated: await delegatedIn(folder),
  }
}

async function delegatedIn(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const delegated = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.json') || TOP.some((role) => file === `${role}.json`)) continue
    const bytes = await bytesOf(join(folder, file))
    if (bytes) delegated.set(decodeURIComponent(file.slice(0, -'.json'.length)), bytes)
  }
  return delegated
}

/** Any text may be a role's name: as a file name it has no slash, and no dot to climb with. */
const delegatedName = (role: string): string => `${encodeURIComponent(role).replaceAll('.', '%2E')}.json`

const bytesOf = (file: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  readFile(file).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  )

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, bytes)
  await rename(`${file}.new`, file)
}
