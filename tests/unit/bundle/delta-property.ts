import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import { applyToState, joinDelta } from '../../../src/bundle/apply-delta.ts'
import { type DeltaChange, readDeltaPart } from '../../../src/bundle/read-delta.ts'
import { StateBuilder } from '../../../src/bundle/state-builder.ts'
import { hashBuckets } from '../../../src/bundle/state-digest.ts'
import { type PublishedState, packDelta, rootOfLines } from './packed-generation.ts'
import { sampleRecord } from './sample-bundle.ts'

/** The line of a made-up record. */
export const line = (id: string, name = `Name of ${id}`) => JSON.stringify(sampleRecord(id, name))

/** A generation of lines by id. */
export function state(generation: number, lines: Readonly<Record<string, string>>): PublishedState {
  const sorted = new Map(Object.entries(lines).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { generation, root: rootOfLines(sorted), lines: sorted }
}

/** What a reader keeps of a generation's digest. */
export function kept({ lines }: PublishedState) {
  const builder = new StateBuilder()
  for (const [id, text] of lines) builder.add(id, Buffer.from(text))
  const buckets = [...builder.buckets()]
  return {
    hashes: hashBuckets(buckets),
    buckets: async (indices: readonly number[]) =>
      indices.map((index) => (buckets[index] ?? new Uint8Array()).slice()),
  }
}

/** A delta, packed and read again. */
export async function changesOf(from: PublishedState | readonly PublishedState[], to: PublishedState) {
  const { delta, files } = packDelta(from, to)
  const parts: (readonly DeltaChange[])[] = []
  for (const { part, bytes } of files) {
    const read = await readDeltaPart(part, bytes, crypto.subtle)
    if (!read.ok) throw new Error(`${read.error.where}: ${read.error.detail}`)
    parts.push(read.value)
  }
  const joined = joinDelta(delta, parts)
  if (!joined.ok) throw new Error(joined.error.detail)
  return { delta, changes: joined.value }
}

function applied(before: PublishedState, changes: readonly DeltaChange[]): Map<string, string> {
  const lines = new Map(before.lines)
  for (const change of changes) {
    if (change.kind === 'del') lines.delete(change.id)
    else lines.set(change.id, change.put.line)
  }
  return new Map([...lines].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const id = fc.stringMatching(/^[a-z]{1,2}$/)
const name = fc.constantFrom('One', 'Two', 'Three')
const names = fc.dictionary(id, name, { noNullPrototype: true, maxKeys: 16 })
/** What one generation changes: names given, and entities taken away. */
const change = fc.record({ given: names, gone: fc.array(id, { maxLength: 6 }) })

/**
 * Three generations, each a change of the one before: the delta from the first to the last, applied to the first and to
 * the second, gives the last one, line for line, with its digest and the number of what came and went. Throws where it
 * does not, with the smallest example.
 */
export async function deltaProperty(runs: number, seed?: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(names, change, change, async (all, one, two) => {
      const [first, second] = [named(all), named(changed(all, one))]
      const third = named(changed(changed(all, one), two))
      const after = state(3, third)
      const { delta, changes } = await changesOf([state(1, first), state(2, second)], after)
      for (const before of [state(1, first), state(2, second)]) {
        deepStrictEqual(applied(before, changes), after.lines)
        const moved = await applyToState(kept(before), delta, changes)
        if (!moved.ok) throw new Error(`${moved.error.where}: ${moved.error.detail}`)
        const { root, added, removed } = moved.value
        deepStrictEqual([root, before.lines.size + added - removed], [after.root, after.lines.size])
      }
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
}

const named = (all: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(all).map(([each, text]) => [each, line(each, text)]))

function changed(
  before: Readonly<Record<string, string>>,
  { given, gone }: { readonly given: Record<string, string>; readonly gone: readonly string[] },
): Record<string, string> {
  const after = { ...before, ...given }
  return Object.fromEntries(Object.entries(after).filter(([each]) => !gone.includes(each)))
}
