import type { PageBlock } from './page-block.ts'
import type { Container, PageMemory } from './page-memory.ts'
import type { Reading } from './reading.ts'
import type { Slices } from './slices.ts'
import { TextWalk } from './text-walk.ts'

/**
 * A request holds at most this much (UTF-16 units, blocks): one article fits, and a long page is asked
 * about in parts that each take a few milliseconds to copy. The protocol allows far more.
 */
const BATCH_UNITS = 200_000
const BATCH_BLOCKS = 2_000

/** A part of what was read, to be asked about in one request. */
export interface Batch {
  /** Blocks as they are now, in document order. */
  readonly fresh: readonly PageBlock[]
  /** Blocks that are no more. */
  readonly stale: readonly PageBlock[]
}

/** Reads containers (in document order, without doubles) in slices of the main thread. */
export async function* readPage(
  containers: readonly Container[],
  memory: PageMemory,
  reading: Reading,
  slices: Slices,
): AsyncGenerator<Batch, void> {
  for (const container of containers) {
    if (reading.replaced.has(container)) continue
    const walk = new TextWalk(container, memory, reading)
    while (!walk.done) {
      const steps = walk.step()
      const isFull = reading.fresh.length >= BATCH_BLOCKS || reading.units >= BATCH_UNITS
      if (isFull) yield takeBatch(reading)
      else if (!slices.isOver(steps)) continue
      // What was marked changes styles as well: they are the next frame's to work out.
      await slices.pause()
      walk.resume()
      // Looking the branch over takes its time where it is deep; it must not use up the slice.
      slices.restart()
    }
  }
  yield takeBatch(reading)
}

function takeBatch(reading: Reading): Batch {
  const stale = reading.stale.splice(0)
  const gone = new Set(stale)
  reading.units = 0
  return { fresh: reading.fresh.splice(0).filter((block) => !gone.has(block)), stale }
}

/** The containers whose own text is not what it was; those that had none before are not counted. */
export function changedContainers(memory: PageMemory, reading: Reading): Container[] {
  const changed: Container[] = []
  for (const [container, before] of reading.replaced) {
    const now = memory.blocks.get(container) ?? []
    const isSame = now.length === before.length && now.every(({ text }, at) => text === before[at]?.text)
    if (before.length > 0 && !isSame) changed.push(container)
  }
  return changed
}
