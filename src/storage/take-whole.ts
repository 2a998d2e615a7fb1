import type { BundleError } from '../bundle/bundle-error.ts'
import { GenerationCheck } from '../bundle/generation-check.ts'
import type { PartSlices } from '../bundle/read-part.ts'
import { lineAgain } from '../bundle/read-record.ts'
import { ok, type Result } from '../model/result.ts'
import { ChangeLog, type Difference } from './change-log.ts'
import { stagedLine } from './chunks.ts'
import { collectGarbage, collectInstall } from './collect-garbage.ts'
import type { BackgrounderDatabase } from './database.ts'
import { flip, type Incoming, placeFor } from './flip.ts'
import { takeLease } from './lease.ts'
import { linesOf } from './read-layers.ts'
import { openStaging, type WriteOptions } from './staging.ts'
import { writeState } from './state-rows.ts'
import { guarded, type StorageError, StorageRefusal } from './storage-error.ts'

export type StoreStep<T> = Promise<Result<T, StorageError | BundleError>>

/** A generation on its way in. Whatever is given was verified record by record; the whole is judged at the end. */
export interface Intake {
  /** Parts that need not be given: an earlier attempt had written them. */
  readonly parts: number
  /**
   * The next part, written where nobody sees it, each slice while the next is read; a failure may be told by the next call.
   * A part that is refused on the way is not counted, whatever is written of it.
   */
  write(slices: PartSlices, options?: WriteOptions): StoreStep<void>
  /** Checks the whole and shows it. `installedAt`: ISO 8601 instant (UTC). */
  finish(installedAt: string): StoreStep<Difference>
  /** Gives up; `keep` leaves what is written for another attempt. */
  abandon(keep: boolean): Promise<void>
}

/** Begins to take in a whole generation, or goes on with it where it was interrupted. */
export async function beginIntake(
  database: BackgrounderDatabase,
  incoming: Incoming,
  plan: string,
): Promise<Intake> {
  const { before } = await placeFor(database, incoming)
  const fence = await takeLease(database)
  const check = new GenerationCheck(incoming.manifest)
  const changes = new ChangeLog(linesOf(database, before?.layers ?? []))
  const { id: bundle, generation } = incoming.manifest
  const staging = await openStaging(database, fence, { bundle, generation, plan }, async (lines) => {
    check.add(lines.map(({ line }) => lineAgain(line)))
    await changes.add(lines)
  })
  return {
    parts: staging.parts,
    write: async (slices, options) => {
      let refused: Result<never, BundleError> | undefined
      const refuse = (result: Result<never, BundleError>): never => {
        refused = result
        throw new StorageRefusal('cancelled', 'refused')
      }
      const checked = async function* () {
        for await (const slice of slices) {
          if (!slice.ok) return refuse(slice)
          const added = check.add(slice.value)
          if (!added.ok) return refuse(added)
          const staged = slice.value.map(stagedLine)
          await changes.add(staged)
          yield staged
        }
      }
      const written = await guarded('install', () => staging.write(checked(), options))
      return refused ?? written
    },
    finish: async (installedAt) => {
      const state = check.finish()
      if (!state.ok) return state
      const shown = await guarded('install', async () => {
        await staging.settled()
        await changes.finish()
        await database.directories.put({ install: staging.install, firstIds: staging.firstIds })
        const { root, hashes, buckets } = state.value
        await writeState(database, fence, staging.install, {
          root,
          hashes,
          buckets: numbered(buckets()),
          wholeOf: incoming.manifest.counts.entities,
        })
        await flip(database, fence, {
          ...incoming,
          staging,
          below: [],
          changes,
          installedAt,
          stateRoot: root,
        })
      })
      if (!shown.ok) return shown
      await collectOld(database)
      return ok(changes.difference)
    },
    abandon: async (keep) => {
      await staging.settled().catch(() => undefined)
      if (!keep || staging.parts === 0)
        await guarded('collect', () => collectInstall(database, staging.install))
    },
  }
}

function* numbered(buckets: Iterable<Uint8Array>): Generator<readonly [number, Uint8Array]> {
  let index = 0
  for (const bytes of buckets) yield [index++, bytes]
}

/** A failure here is no failure of the install: what is left over is invisible and collected later. */
export const collectOld = (database: BackgrounderDatabase): Promise<unknown> =>
  guarded('collect', () => collectGarbage(database, ['old']))
