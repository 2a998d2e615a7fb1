import { access } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { canonicalBytes, sha256 } from '../../../bundle/crypto.ts'
import type { Json } from '../../../bundle/strict-json.ts'
import { rootFile } from '../../../bundle/tuf/files.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { makeFolder } from '../../make-folder.ts'
import { createKeyFile, newKeyProblem } from '../key-file.ts'
import { passphrase } from '../passphrase.ts'
import type { SigningKey } from '../signing-key.ts'
import { replaceFile } from './folder-files.ts'
import { instantAfter, VALID_DAYS } from './instants.ts'
import { rootOf, signMetadata } from './make-metadata.ts'

/** How a repository is begun. */
export interface InitOptions {
  readonly keys: string
  /** Keys of the root, and how many of them must sign. */
  readonly rootKeys: number
  readonly threshold: number
  /** Milliseconds since 1970 (UTC). */
  readonly at: number
}

/**
 * Makes the keys of a new repository and its first root; gives the digest that readers pin. Keys never lie in the
 * folder that is published.
 */
export async function initRepository(folder: string, options: InitOptions): Promise<Result<string, string>> {
  if (!relative(resolve(folder), resolve(options.keys)).startsWith('..'))
    return fail(`${options.keys} lies in ${folder}: the private keys would be published`)
  const where = join(folder, rootFile(1))
  const present = await access(where).then(
    () => true,
    () => false,
  )
  if (present) return fail(`${where} is there already: a bundle keeps its first root for ever`)
  for (const name of keyNames(options)) {
    const problem = await newKeyProblem(join(options.keys, name))
    if (problem !== undefined) return fail(problem)
  }
  // Before any key: a folder that cannot be made must not leave keys of a bundle that never was.
  await makeFolder(join(folder, 'metadata'))
  const keys = await makeKeys(options)
  if (!keys.ok) return keys
  const role = (name: 'timestamp' | 'snapshot' | 'targets') => ({ keys: [keys.value[name]], threshold: 1 })
  const root = rootOf(
    { version: 1, expires: instantAfter(options.at, VALID_DAYS.root) },
    {
      root: { keys: keys.value.root, threshold: options.threshold },
      timestamp: role('timestamp'),
      snapshot: role('snapshot'),
      targets: role('targets'),
    },
  )
  await replaceFile(where, await signMetadata(root, keys.value.root))
  return ok(await sha256(crypto.subtle, canonicalBytes(root as unknown as Json)))
}

interface NewKeys {
  readonly root: readonly SigningKey[]
  readonly timestamp: SigningKey
  readonly snapshot: SigningKey
  readonly targets: SigningKey
}

const ONLINE = ['timestamp', 'snapshot', 'targets'] as const

/** The files that the keys go into; those of the root first. */
const keyNames = ({ rootKeys }: Pick<InitOptions, 'rootKeys'>): readonly string[] => [
  ...Array.from({ length: rootKeys }, (_, index) => `root-${index + 1}.json`),
  ...ONLINE.map((role) => `${role}.json`),
]

async function makeKeys({ keys: folder, rootKeys }: InitOptions): Promise<Result<NewKeys, string>> {
  await makeFolder(folder, 0o700)
  const made: SigningKey[] = []
  for (const name of keyNames({ rootKeys })) {
    const key = await createKeyFile(join(folder, name), passphrase())
    if (!key.ok) return key
    made.push(key.value)
  }
  const [timestamp, snapshot, targets] = made.slice(rootKeys) as [SigningKey, SigningKey, SigningKey]
  return ok({ root: made.slice(0, rootKeys), timestamp, snapshot, targets })
}
