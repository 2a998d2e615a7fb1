import type { BundleDelta } from '../../../bundle/manifest.ts'
import { PUT_CLOSES, PUT_OPENS } from '../../../bundle/read-delta.ts'
import { LinePacker, namedPart, type PackedLines, type PackedRun } from './pack-lines.ts'

/** One record of a generation by its id. */
export interface KnownLine {
  readonly id: string
  readonly line: string
}

/** A generation and the digest of its records. */
export interface GenerationName {
  readonly generation: number
  readonly root: string
}

/** A delta and the files that carry it. */
export interface PackedDelta {
  readonly delta: BundleDelta
  readonly files: readonly PackedLines[]
}

/** Gathers the changes from an earlier generation, stretch by stretch in ascending order of ids; packed, they are held. */
export class DeltaPacker {
  readonly #from: GenerationName
  readonly #packer = new LinePacker()
  readonly #runs: PackedRun[] = []
  #puts = 0
  #dels = 0

  constructor(from: GenerationName) {
    this.#from = from
  }

  /** Takes the same stretch of ids as it was and as it is. */
  add(before: readonly KnownLine[], after: readonly KnownLine[]): void {
    let at = 0
    for (const { id, line } of after) {
      for (let old = before[at]; old && old.id < id; old = before[at]) {
        this.#remove(old.id)
        at += 1
      }
      const old = before[at]
      if (old?.id === id) at += 1
      if (old?.id !== id || old.line !== line) this.#put(line)
    }
    for (const old of before.slice(at)) this.#remove(old.id)
  }

  /** The delta to a generation, after the last stretch. */
  finish(to: GenerationName): PackedDelta {
    this.#runs.push(...this.#packer.finish())
    const from = this.#from
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

  #put(line: string): void {
    this.#puts += 1
    this.#runs.push(...this.#packer.add(`${PUT_OPENS}${line}${PUT_CLOSES}`))
  }

  #remove(id: string): void {
    this.#dels += 1
    this.#runs.push(...this.#packer.add(JSON.stringify({ del: id })))
  }
}
