import type { BundleDelta } from '../../../bundle/manifest.ts'
import { PUT_CLOSES, PUT_OPENS } from '../../../bundle/read-delta.ts'
import { type PackedLines, packLines } from './pack-lines.ts'
import type { PublishedState } from './published-state.ts'

/** A delta and the files that carry it. */
export interface PackedDelta {
  readonly delta: BundleDelta
  readonly files: readonly PackedLines[]
}

/** The changes from one generation to a later one, in ascending order of ids. */
export function packDelta(from: PublishedState, to: PublishedState): PackedDelta {
  const changes = changesOf(from.lines, to.lines)
  const name = `delta-${from.generation}-${to.generation}`
  const files = packLines(
    changes.map((change) => change.line),
    (index, count) => (count === 1 ? `${name}.jsonl.gz` : `${name}.p${index}.jsonl.gz`),
  )
  const puts = changes.filter((change) => change.put).length
  const delta: BundleDelta = {
    from: from.generation,
    fromState: from.root,
    to: to.generation,
    toState: to.root,
    puts,
    dels: changes.length - puts,
    parts: files.map((file) => file.part),
  }
  return { delta, files }
}

interface Change {
  readonly put: boolean
  readonly line: string
}

/** One walk over both lists, which are ordered by id. */
function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  return ids.flatMap((id): Change[] => {
    const line = after.get(id)
    if (line === undefined) return [{ put: false, line: JSON.stringify({ del: id }) }]
    return line === before.get(id) ? [] : [{ put: true, line: `${PUT_OPENS}${line}${PUT_CLOSES}` }]
  })
}
