import type { EntityId } from '../model/ids.ts'
import { compileScan } from './compile-scan.ts'
import { endsBeforeStart } from './ends-before-start.ts'
import { JsonCursor } from './json-cursor.ts'
import type { RecordOutline } from './record-outline.ts'
import { recordSchema } from './record-schema.ts'

/** What was met in the line under way. */
const met = {
  id: '',
  aliases: 0,
  facts: 0,
  sources: [] as string[],
  named: [] as string[],
  cited: [] as string[],
  start: undefined as string | undefined,
  end: undefined as string | undefined,
}

const countAlias = () => {
  met.aliases += 1
}
const countFact = () => {
  met.facts += 1
}
const cite = (source: string) => {
  // Most records cite one source again and again.
  if (met.cited.at(-1) !== source) met.cited.push(source)
}
const name = (entity: string) => {
  met.named.push(entity)
}

const scan = compileScan(
  recordSchema,
  {
    id: (id) => {
      met.id = id
    },
    'names.text': countAlias,
    'aliases.text': countAlias,
    'statements.property': countFact,
    'statements.entity': name,
    'statements.source': cite,
    'statements.start': (start) => {
      met.start = start
    },
    'statements.end': (end) => {
      met.end = end
    },
    'events.title': countFact,
    'events.source': cite,
    'relations.entity': name,
    'sources.id': (source) => {
      met.sources.push(source)
    },
  },
  { statements: isInOrder, '': isCarried },
)

const cursor = new JsonCursor()

/**
 * Where a record ends that begins at a byte and is written in the usual way: behind its last bracket. It is read off its
 * bytes without being made, some five times as fast as the gate; `metOutline` then tells what was met. -1 where the gate
 * has to be asked (`readRecord`), which alone can refuse; what is accepted here the gate accepts. `text` is what the bytes
 * were decoded to, and `unit` where the record begins in it.
 */
export function scanFrom(bytes: Uint8Array, at: number, text: string, unit: number): number {
  begin()
  cursor.begin(bytes, at, text, unit)
  return scan(cursor) ? cursor.at : -1
}

/** The outline of the record that was scanned last. */
export const metOutline = (): RecordOutline => {
  const { id, aliases, facts, sources, named } = met
  return { id: id as EntityId, aliases, facts, sources, named }
}

/** The outline of a line that is written in the usual way; undefined where the gate has to be asked. */
export const scanRecord = (
  line: string,
  bytes: Uint8Array = encoder.encode(line),
): RecordOutline | undefined => (scanFrom(bytes, 0, line, 0) === bytes.length ? metOutline() : undefined)

const encoder = new TextEncoder()

function begin(): void {
  met.aliases = 0
  met.facts = 0
  met.sources = []
  met.named = []
  met.cited.length = 0
  met.start = undefined
  met.end = undefined
}

function isInOrder(): boolean {
  const { start, end } = met
  met.start = undefined
  met.end = undefined
  return !endsBeforeStart(start, end)
}

/** Each source once, and every source that is cited. */
function isCarried(): boolean {
  const { sources, cited } = met
  if (sources.length === 1) return cited.every((source) => source === sources[0])
  const carried = new Set(sources)
  return carried.size === sources.length && cited.every((source) => carried.has(source))
}
