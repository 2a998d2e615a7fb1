import { lineAgain } from '../../../src/bundle/read-record.ts'
import { hashBuckets, StateBuilder, stateEntry, stateRoot } from '../../../src/bundle/state-digest.ts'
import type { CompiledBundle } from '../../../src/cli/bundle/compile-sources.ts'
import { DeltaPacker, type PackedDelta } from '../../../src/cli/bundle/publish/pack-delta.ts'
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
  const packer = new GenerationPacker(header, predecessors)
  const lines = records.map((record) => lineAgain(JSON.stringify(record)))
  const before = predecessors.from.map((from) => known(from.lines))
  const added = packer.add(lines, before)
  const end = added.ok ? packer.finish([]) : added
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
  for (const [id, line] of lines) builder.add(stateEntry(id, line))
  return stateRoot(hashBuckets(builder.buckets()))
}

/** The delta from one generation to another. */
export function packDelta(from: PublishedState, to: PublishedState): PackedDelta {
  const packer = new DeltaPacker(from)
  packer.add(known(from.lines), known(to.lines))
  return packer.finish(to)
}

/** Parts of lines that are all at hand. */
export function packLines(lines: readonly string[], pathOf: (index: number) => string): PackedLines[] {
  const packer = new LinePacker()
  const runs = [...lines.flatMap((line) => packer.add(line)), ...packer.finish()]
  return runs.map((run, index) => namedPart(run, pathOf(index)))
}

const known = (lines: ReadonlyMap<string, string>) => [...lines].map(([id, line]) => ({ id, line }))
