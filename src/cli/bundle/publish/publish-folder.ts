import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { beginsEpoch } from '../../../bundle/epoch.ts'
import { MANIFEST_FILE, partTarget } from '../../../bundle/manifest.ts'
import { roleFile, rootFile, TIMESTAMP_FILE, targetFile } from '../../../bundle/tuf/files.ts'
import { targetOf } from '../../../bundle/tuf/find-target.ts'
import { fail, ok, type Result } from '../../../model/result.ts'
import { replaceFile } from './folder-files.ts'
import { type OwnRepository, readOwnRepository } from './own-repository.ts'
import { repositoryProblem } from './repository-problem.ts'
import { type OnPart, verifyRepository } from './verify-repository.ts'

/** Files that nothing names any more stay this long: a reader may be on its way through an older generation. */
const KEPT_DAYS = 60
const DAY_MS = 86_400_000

/** How a repository is published. */
export interface PublishOptions {
  /** Milliseconds since 1970 (UTC). */
  readonly at: number
  /** Also delete what no generation has named for `KEPT_DAYS`. */
  readonly prune?: boolean
  readonly onPart?: OnPart
  /** Told before each file, from 1 on. */
  readonly onFile?: (done: number, total: number, file: string) => void
}

/** What publishing did. */
export interface Publication {
  readonly generation: number
  readonly copied: number
  readonly present: number
  readonly pruned: number
}

/**
 * Copies a signed repository into the folder of a static host: what is named before whoever names it, the timestamp
 * last, each file at once. So every moment shows the old generation or the new one, and after a cut the next run goes
 * on with what is missing.
 */
export async function publishFolder(
  from: string,
  to: string,
  options: PublishOptions,
): Promise<Result<Publication, string>> {
  const { at, onPart } = options
  const verified = await verifyRepository(from, { now: at, ...(onPart && { onPart }) })
  if (!verified.ok) return fail(repositoryProblem(from, verified.error))
  const objection = await objectionTo(to, verified.value)
  if (objection !== undefined) return fail(objection)
  const order = uploadOrder(verified.value)
  let copied = 0
  for (const [index, file] of order.entries()) {
    options.onFile?.(index + 1, order.length, file)
    const bytes = await readFile(join(from, file))
    const present = await readFile(join(to, file)).catch(() => undefined)
    if (present?.equals(bytes)) continue
    await replaceFile(join(to, file), bytes)
    copied += 1
  }
  const pruned = options.prune ? await prune(to, new Set(order), at) : 0
  const { generation } = verified.value.manifest
  return ok({ generation, copied, present: order.length - copied, pruned })
}

/** Every file of the current state: what is named comes before what names it, so the timestamp is last. */
export function uploadOrder({ root, trusted, manifest }: Required<OwnRepository>): readonly string[] {
  const target = targetOf(trusted.targets, MANIFEST_FILE)
  const { timestamp, snapshot } = trusted
  const roots = Array.from({ length: root.version }, (_, index) => rootFile(index + 1))
  const targetsMeta = snapshot.meta['targets.json']
  return [
    ...manifest.full.map(partTarget),
    ...manifest.deltas.flatMap((delta) => delta.parts.map(partTarget)),
    ...(target ? [targetFile(MANIFEST_FILE, target, true)] : []),
    ...(targetsMeta ? [roleFile('targets', targetsMeta, true)] : []),
    roleFile('snapshot', timestamp.meta['snapshot.json'], true),
    ...roots,
    TIMESTAMP_FILE,
  ]
}

/** A host that holds another bundle, or a newer state of this one, is not written over. */
async function objectionTo(to: string, own: Required<OwnRepository>): Promise<string | undefined> {
  const theirs = await readOwnRepository(to)
  // Nothing readable yet: a new host, or one whose first upload was cut.
  if (!theirs.ok) return undefined
  if (theirs.value.rootDigest !== own.rootDigest)
    return `${to} holds another bundle: publish to another folder`
  const newer = newerRole(theirs.value, own)
  if (newer === undefined) return undefined
  const { role, there, here } = newer
  return `${to} is newer (${role} ${there}) than what is to be published (${here}): readers refuse to go back`
}

/**
 * The first role of which a host has a higher version: an older copy that was signed anew has a newer timestamp, and
 * an older generation. Where a root here took a key away that ran the versions up there, they count anew.
 */
function newerRole(
  theirs: OwnRepository,
  own: Required<OwnRepository>,
): { role: string; there: number; here: number } | undefined {
  const versions = ({ root, trusted }: OwnRepository) => ({
    root: root.version,
    generation: trusted?.targets.version ?? 0,
    snapshot: trusted?.snapshot.version ?? 0,
    timestamp: trusted?.timestamp.version ?? 0,
  })
  const [there, here] = [versions(theirs), versions(own)]
  const anew = beginsEpoch(own.trusted.epoch, theirs.trusted?.epoch)
  const roles = anew ? (['root'] as const) : (['generation', 'root', 'snapshot', 'timestamp'] as const)
  const role = roles.find((each) => there[each] > here[each])
  return role && { role, there: there[role], here: here[role] }
}

async function prune(folder: string, named: ReadonlySet<string>, at: number): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  let pruned = 0
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const file = relative(resolve(folder), resolve(path)).split(sep).join('/')
    if (named.has(file) || !/^(?:targets|metadata)\//.test(file) || file.endsWith('.root.json')) continue
    if (at - (await stat(path)).mtimeMs < KEPT_DAYS * DAY_MS) continue
    await rm(path)
    pruned += 1
  }
  return pruned
}
