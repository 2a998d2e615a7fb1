import type { BundleDelta } from '../../../bundle/manifest.ts'
import { PUT_CLOSES, PUT_OPENS } from '../../../bundle/read-delta.ts'
import { LinePacker, namedPart, type PackedLines, type PackedRun } from './pack-lines.ts'

/** One record of a generation by its id. */
export interface KnownLine {
  readonly id: string
  readonly line: string
}

/** Where a delta starts: a generation, and every id that any generation since has changed, up to the last one. */
export interface DeltaStart {
  readonly generation: number
  readonly root: string
  readonly touched: ReadonlySet<string>
}

/** A delta and the files that carry it. */
export interface PackedDelta {
  readonly delta: BundleDelta
  readonly files: readonly PackedLines[]
}

/** What a stretch of ids has changed since the last generation; `line` undefined where the id is gone. */
export type Changes = ReadonlyMap<string, string | undefined>

/** The changes between the same stretch of ids as it was and as it is. */
export function changesBetween(before: readonly KnownLine[], after: readonly KnownLine[]): Changes {
  const old = new Map(before.map(({ id, line }) => [id, line]))
  const changes = new Map<string, string | undefined>()
  for (const { id, line } of after) {
    if (old.get(id) !== line) changes.set(id, line)
    old.delete(id)
  }
  for (const id of old.keys()) changes.set(id, undefined)
  return changes
}

/**
 * Gathers what has changed since an earlier generation, stretch by stretch in ascending order of ids; packed, it is
 * held. Also what changed on the way and is now as it was: so the delta leads from the generations between as well.
 */
export class DeltaPacker {
  readonly #start: DeltaStart
  readonly #touched: readonly string[]
  readonly #packer = new LinePacker()
  readonly #runs: PackedRun[] = []
  #at = 0
  #puts = 0
  #dels = 0

  constructor(start: DeltaStart) {
    this.#start = start
    this.#touched = [...start.touched].sort()
  }

  /** Takes the next stretch, which reaches to `last`, or to the end where that is undefined. */
  add(lines: readonly KnownLine[], changes: Changes, last: string | undefined): void {
    const named = new Map(changes)
    const touched = this.#touchedUpTo(last)
    if (touched.length > 0) {
      const present = new Map(lines.map(({ id, line }) => [id, line]))
      for (const id of touched) named.set(id, present.get(id))
    }
    for (const id of [...named.keys()].sort()) this.#pack(id, named.get(id))
  }

  /** The delta to a generation, after the last stretch. */
  finish(to: Pick<DeltaStart, 'generation' | 'root'>): PackedDelta {
    this.#runs.push(...this.#packer.finish())
    const from = this.#start
    const name = `delta-${from.generation}-${to.generation}`
    const files = this.#runs.map((run, index) =>
      namedPart(run, this.#runs.length === 1 ? `${name}.jsonl.gz` : `${name}.p${index}.jsonl.gz`),
    )
    const delta: BundleDelta = {
      from: from.generation,
      fromState: from.root,
      to: to.generation,
      toState: to.root,
      puts: this.#puts,
      dels: this.#dels,
      parts: files.map((file) => file.part),
    }
    return { delta, files }
  }

  #touchedUpTo(last: string | undefined): readonly string[] {
    const from = this.#at
    while (this.#at < this.#touched.length && (last === undefined || (this.#touched[this.#at] ?? '') <= last))
      this.#at += 1
    return this.#touched.slice(from, this.#at)
  }

  #pack(id: string, line: string | undefined): void {
    if (line === undefined) this.#dels += 1
    else this.#puts += 1
    const text = line === undefined ? JSON.stringify({ del: id }) : `${PUT_OPENS}${line}${PUT_CLOSES}`
    this.#runs.push(...this.#packer.add(text))
  }
}
