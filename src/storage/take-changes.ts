import { ChangeLog, type Difference, MOST_LISTED, nameIn } from './change-log.ts'
import type { StagedLine } from './chunks.ts'
import { collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import { type ChangedState, deltaLayer } from './delta-layer.ts'
import { findLines } from './find-lines.ts'
import { flip, type Incoming, placeFor } from './flip.ts'
import { takeLease } from './lease.ts'
import type { BundleRow } from './rows.ts'
import { openStaging, type Staging, type WriteOptions } from './staging.ts'
import { writeState } from './state-rows.ts'
import { StorageRefusal } from './storage-error.ts'
import { collectOld } from './take-whole.ts'

/** A line that is not as it was, and how. */
export interface ChangedLine extends StagedLine {
  readonly what: keyof Difference
}

/** What a chain of deltas changes in the installed generation. */
export interface IncomingChanges extends Incoming {
  /** The generation that they start from. */
  readonly from: number
  /** In ascending order of ids; an empty line removes. */
  readonly changes: readonly ChangedLine[]
  /** The state digest that they lead to, checked against the signed one. */
  readonly state: ChangedState
}

/** Ids looked up in one transaction, of which each may be in a row of its own, of 128 lines. */
const LOOKUPS = 64

/** Shows the installed generation with changes as the next one: written beside it, then shown at once. */
export async function takeChanges(
  database: BackgrounderDatabase,
  incoming: IncomingChanges,
  installedAt: string,
  { signal }: WriteOptions,
): Promise<Difference> {
  const { before } = await placeFor(database, incoming)
  if (before?.generation !== incoming.from)
    throw new StorageRefusal(
      'overtaken',
      `the changes start from ${incoming.from}, not ${before?.generation}`,
    )
  const fence = await takeLease(database)
  const changes = await logOf(database, before, incoming.changes)
  const layer = await deltaLayer(database, before, incoming.changes, incoming.state)
  const { id: bundle, generation } = incoming.manifest
  const plan = `changes ${incoming.state.root}`
  const staging = await openStaging(database, fence, { bundle, generation, plan }, async () => undefined)
  try {
    await stageAll(staging, layer.lines, signal)
    await writeState(database, fence, staging.install, layer.state)
    await database.directories.put({ install: staging.install, firstIds: staging.firstIds })
    await flip(database, fence, {
      ...incoming,
      staging,
      below: layer.below,
      changes,
      installedAt,
      stateRoot: incoming.state.root,
    })
  } catch (error) {
    await collectInstall(database, staging.install).catch(() => undefined)
    throw error
  }
  await collectOld(database)
  return changes.difference
}

/** Pieces that an interrupted attempt has written are the same as these: they follow from the same rows. */
async function stageAll(
  staging: Staging,
  lines: AsyncIterable<readonly StagedLine[]>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const written = staging.parts
  let piece = 0
  for await (const each of lines) {
    if (piece >= written) await staging.write(oneSlice(each), { signal })
    piece += 1
  }
  await staging.settled()
}

async function* oneSlice(lines: readonly StagedLine[]): AsyncGenerator<readonly StagedLine[]> {
  yield lines
}

/** What the reader is told of the changes: what is gone by the name that it had, and no other record is read for it. */
async function logOf(
  database: BackgrounderDatabase,
  { layers }: BundleRow,
  lines: readonly ChangedLine[],
): Promise<ChangeLog> {
  const log = new ChangeLog(nothing())
  for (const { id, what } of lines) if (what !== 'removed') log.note(what, id)
  const gone = lines.filter(({ what }) => what === 'removed').map(({ id }) => id)
  const { directories, chunks } = database
  const cache = new Map()
  for (let start = 0; start < gone.length; start += LOOKUPS) {
    const ids = gone.slice(start, start + LOOKUPS)
    const [before] =
      start < MOST_LISTED
        ? await database.transaction('r', [directories, chunks], () =>
            findLines(database, cache, [{ layers, ids }]),
          )
        : []
    for (const [index, id] of ids.entries()) log.note('removed', nameIn(before?.[index]) ?? id)
  }
  return log
}

async function* nothing(): AsyncGenerator<readonly StagedLine[]> {}
