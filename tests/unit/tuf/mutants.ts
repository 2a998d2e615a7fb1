import { createHash } from 'node:crypto'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { TOP_ROLES } from '../../../src/bundle/tuf/metadata.ts'
import { type AttackStage, addressOf, startStage, withLines, withManifest } from './attack-stage.ts'
import { readOnce } from './test-reader.ts'
import { NOW } from './test-repository.ts'

/** What came of many mutants: every one is either refused, or shows a whole generation. */
export interface MutantReport {
  readonly mutants: number
  readonly refused: number
  /** Changes that changed nothing that is signed, for example white space. */
  readonly harmless: number
  /** Milliseconds of the slowest one. */
  readonly slowest: number
  /** Bytes of the heap, at most. */
  readonly heap: number
}

type Bytes = Uint8Array<ArrayBuffer>
type Random = () => number

/** Numbers below 1, the same for the same seed: a mutant can be made again. */
function randomOf(seed: number): Random {
  let counter = 0
  return () => {
    counter += 1
    const hash = createHash('sha256').update(`${seed}/${counter}`).digest()
    return hash.readUInt32BE(0) / 2 ** 32
  }
}

const below = (random: Random, most: number): number => Math.floor(random() * most)
const changedAt = (bytes: Bytes, at: number, value: number): Bytes =>
  bytes.map((byte, index) => (index === at ? value : byte))

const NASTY = [
  '__proto__',
  '"',
  '{',
  '}',
  '[[[[',
  '\u0000',
  '9007199254740993',
  '1e400',
  '-0',
  '\\ud800',
  'null',
  ',',
  '\n',
  '\ufeff',
]

/** Ways to spoil bytes: flips, cuts, splices, and pieces that parsers trip over. */
const MUTATORS: readonly ((bytes: Bytes, random: Random) => Bytes)[] = [
  (bytes, random) => changedAt(bytes, below(random, bytes.length), below(random, 256)),
  (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  (bytes, random) => bytes.slice(below(random, bytes.length)),
  (bytes, random) => {
    const [at, from] = [below(random, bytes.length), below(random, bytes.length)]
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(from, from + 64), ...bytes.slice(at)])
  },
  (bytes, random) => {
    const [at, piece] = [below(random, bytes.length), NASTY[below(random, NASTY.length)] ?? '']
    return new Uint8Array([...bytes.slice(0, at), ...new TextEncoder().encode(piece), ...bytes.slice(at)])
  },
  (bytes, random) => {
    const at = below(random, bytes.length)
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1 + below(random, 40))])
  },
]

const mutated = (bytes: Bytes, random: Random): Bytes => {
  const mutate = MUTATORS[below(random, MUTATORS.length)]
  return bytes.length > 0 && mutate ? mutate(bytes, random) : new Uint8Array(1)
}

/** Where a mutant is put in: by a host, or by a hostile publisher who signs what came out. */
const PLACES: readonly ((stage: AttackStage, random: Random) => unknown)[] = [
  ...[
    'metadata/2.root.json',
    'metadata/timestamp.json',
    'metadata/2.snapshot.json',
    'metadata/2.targets.json',
  ].map((file) => (stage: AttackStage, random: Random) => swap(stage, file, random)),
  ...[MANIFEST_FILE, 'delta-1-2.jsonl.gz', 'full-00000.jsonl.gz'].map(
    (path) => (stage: AttackStage, random: Random) => swap(stage, addressOf(stage, path), random),
  ),
  ...(['full', 'delta'] as const).map((kind) => (stage: AttackStage, random: Random) => {
    const lines = [...stage.second.state.lines.values()]
    const text = kind === 'full' ? `${lines.join('\n')}\n` : `{"put":${lines[5]}}\n`
    return withLines(stage, kind, mutated(new TextEncoder().encode(text), random))
  }),
  (stage, random) =>
    withManifest(stage, (manifest) => {
      const keys = Object.keys(manifest)
      const values = [null, -1, 2 ** 53 - 1, '', 'x'.repeat(5_000), [], {}, [[]], true]
      return { ...manifest, [keys[below(random, keys.length)] ?? '']: values[below(random, values.length)] }
    }),
]

function swap({ repository: { files } }: AttackStage, file: string, random: Random): void {
  files.set(file, mutated(files.get(file) ?? new Uint8Array(1), random))
}

/**
 * Meets `count` mutants. Throws at the first that makes the core throw, or shows anything but what was there before or
 * the whole next generation. `seed` chooses them.
 */
export async function runMutants(
  count: number,
  seed: number,
  onProgress?: (done: number) => void,
): Promise<MutantReport> {
  let [refused, harmless, slowest, heap] = [0, 0, 0, 0]
  const base = await startStage()
  const files = new Map(base.repository.files)
  const drafts = { ...base.repository.drafts }
  for (let index = 0; index < count; index += 1) {
    base.repository.files.clear()
    for (const [file, bytes] of files) base.repository.files.set(file, bytes)
    Object.assign(base.repository.drafts, drafts)
    const random = randomOf(seed * 1_000_003 + index)
    await PLACES[index % PLACES.length]?.(base, random)
    const reader = index % 2 === 0 ? base.reader : base.fresh
    const started = performance.now()
    const { reader: after, how } = await readOnce(reader, base.repository.files, NOW)
    slowest = Math.max(slowest, performance.now() - started)
    if (after.generation === reader.generation && after.lines === reader.lines) refused += 1
    else if (['full', 'deltas'].includes(how) && after.generation === 2) harmless += 1
    else throw new Error(`mutant ${index} of seed ${seed}: ${how} shows generation ${after.generation}`)
    for (const role of TOP_ROLES)
      if (reader.stored?.[role] && !after.stored?.[role])
        throw new Error(`mutant ${index} of seed ${seed} lost the ${role}`)
    if (index % 500 === 0) {
      heap = Math.max(heap, process.memoryUsage().heapUsed)
      onProgress?.(index)
    }
  }
  return { mutants: count, refused, harmless, slowest: Math.round(slowest), heap }
}
