import { lineAgain } from '../../../src/bundle/read-record.ts'
import { StateBuilder } from '../../../src/bundle/state-builder.ts'
import { hashBuckets, stateRoot } from '../../../src/bundle/state-digest.ts'
import type { CompiledBundle } from '../../../src/cli/bundle/compile-sources.ts'
import {
  changesBetween,
  DeltaPacker,
  type DeltaStart,
  type PackedDelta,
} from '../../../src/cli/bundle/publish/pack-delta.ts'
import {
  GenerationPacker,
  type PackedEnd,
  type Predecessors,
} from '../../../src/cli/bundle/publish/pack-generation.ts'
import { LinePacker, namedPart, type PackedLines } from '../../../src/cli/bundle/publish/pack-lines.ts'

/** One generation as it was published: the line of each record by id, in ascending order, and their digest. */
export interface PublishedState {
  readonly generation: number
  readonly root: string
  readonly lines: ReadonlyMap<string, string>
}

/** A generation ready to be signed, all at hand: every file by its path among the targets, `bundle.json` last. */
export interface PackedGeneration extends Pick<PackedEnd, 'manifest'> {
  readonly state: PublishedState
  readonly targets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

/** What a generation that is packed in memory joins on to. */
export type KnownPredecessors = Omit<Predecessors, 'from'> & { readonly from: readonly PublishedState[] }

/** Packs records that are all at hand. Throws where a publisher would be refused. */
export function packGeneration(
  { header, records }: CompiledBundle,
  predecessors: KnownPredecessors,
): PackedGeneration {
  const from = predecessors.from.toSorted((a, b) => a.generation - b.generation)
  const packer = new GenerationPacker(header, { ...predecessors, from: startsOf(from) })
  const lines = records.map((record) => lineAgain(JSON.stringify(record)))
  const before = known(from.at(-1)?.lines ?? new Map())
  const last = lines.at(-1)?.id ?? ''
  const added = packer.add(
    lines,
    before.filter(({ id }) => id <= last),
  )
  const end = added.ok ? packer.finish(before.filter(({ id }) => id > last)) : added
  if (!added.ok || !end.ok) throw new Error(end.ok ? '' : `${end.error.where}: ${end.error.detail}`)
  const { manifest, files } = end.value
  const state = {
    generation: header.generation,
    root: manifest.state.root,
    lines: new Map(lines.map(({ id, line }) => [id as string, line])),
  }
  return { manifest, state, targets: new Map([...added.value, ...files]) }
}

/** The digest of lines by id. */
export function rootOfLines(lines: ReadonlyMap<string, string>): string {
  const builder = new StateBuilder()
  for (const [id, line] of lines) builder.add(id, Buffer.from(line))
  return stateRoot(hashBuckets(builder.buckets()))
}

/** Where deltas start, with what was changed from each generation to the next. */
function startsOf(states: readonly PublishedState[]): DeltaStart[] {
  let touched: ReadonlySet<string> = new Set()
  return states
    .toReversed()
    .map(({ generation, root, lines }, index, all) => {
      const start = { generation, root, touched }
      const before = all[index + 1]
      if (before) touched = touched.union(changesBetween(known(before.lines), known(lines)))
      return start
    })
    .reverse()
}

/** The delta from the first of some generations to another, by way of the others. */
export function packDelta(from: PublishedState | readonly PublishedState[], to: PublishedState): PackedDelta {
  const states = [from].flat()
  const [start] = startsOf(states)
  const packer = new DeltaPacker(start ?? { generation: 0, root: '', touched: new Set() })
  const lines = known(to.lines)
  packer.add(lines, changesBetween(known(states.at(-1)?.lines ?? new Map()), lines), undefined)
  return packer.finish(to)
}

/** Parts of lines that are all at hand. */
export function packLines(lines: readonly string[], pathOf: (index: number) => string): PackedLines[] {
  const packer = new LinePacker()
  const runs = [...lines.flatMap((line) => packer.add(line)), ...packer.finish()]
  return runs.map((run, index) => namedPart(run, pathOf(index)))
}

const known = (lines: ReadonlyMap<string, string>) => [...lines].map(([id, line]) => ({ id, line }))
