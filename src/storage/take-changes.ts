import { ChangeLog, type Difference } from './change-log.ts'
import type { StagedLine } from './chunks.ts'
import { collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import { deltaLayer } from './delta-layer.ts'
import { findLines } from './find-lines.ts'
import { flip, type Incoming, placeFor } from './flip.ts'
import { takeLease } from './lease.ts'
import type { BundleRow } from './rows.ts'
import { openStaging, type Staging, type WriteOptions } from './staging.ts'
import { type NewState, writeState } from './state-rows.ts'
import { StorageRefusal } from './storage-error.ts'
import { collectOld } from './take-whole.ts'

/** What a chain of deltas changes in the installed generation. */
export interface IncomingChanges extends Incoming {
  /** The generation that they start from. */
  readonly from: number
  /** In ascending order of ids; an empty line removes. */
  readonly changes: readonly StagedLine[]
  /** The state digest that they lead to, checked against the signed one. */
  readonly state: NewState
}

/**
 * Ids looked up in one transaction. Of a change of one in a hundred nearly each is in a row of its own, of 128 lines: with
 * 500 they were 40 MB at a time, and the process grew by 640 MB for a million entities before the collector came.
 */
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
  const { log: changes, changed } = await compared(database, before, incoming.changes)
  const layer = await deltaLayer(database, before, changed, incoming.state)
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

async function compared(
  database: BackgrounderDatabase,
  { layers }: BundleRow,
  lines: readonly StagedLine[],
): Promise<{ readonly log: ChangeLog; readonly changed: readonly StagedLine[] }> {
  const log = new ChangeLog(nothing())
  const changed: StagedLine[] = []
  const { directories, chunks } = database
  const cache = new Map()
  for (let start = 0; start < lines.length; start += LOOKUPS) {
    const piece = lines.slice(start, start + LOOKUPS)
    const ids = piece.map(({ id }) => id)
    const [before] = await database.transaction('r', [directories, chunks], () =>
      findLines(database, cache, [{ layers, ids }]),
    )
    for (const [index, { id, line }] of piece.entries()) {
      log.compare(id, before?.[index], line)
      // What a delta names that has not changed since need not be written once more.
      if ((before?.[index] ?? '') !== line) changed.push({ id, line })
    }
  }
  return { log, changed }
}

async function* nothing(): AsyncGenerator<readonly StagedLine[]> {}
