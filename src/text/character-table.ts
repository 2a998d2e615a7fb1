import { CHARACTER_RUNS, EXPANSION_TEXTS } from './character-data.ts'
import { classOf, DIGIT_BIT, EXPANDING, entryOf, SURROGATE, UPPER_BIT, WORD } from './characters.ts'

/** What the letters of `CHARACTER_RUNS` stand for: entries without a fold. The classes first, from A on. */
export const RUN_METAS: readonly number[] = [
  ...Array.from({ length: 11 }, (_, characterClass) => entryOf(characterClass, 0, 0)),
  entryOf(WORD, 0, UPPER_BIT),
  entryOf(WORD, 0, DIGIT_BIT),
  entryOf(EXPANDING, 0, UPPER_BIT),
]

/** What the characters of class `EXPANDING` fold to. */
export const EXPANSIONS: readonly string[] = EXPANSION_TEXTS.split(' ')

interface Tables {
  readonly entries: Uint32Array
  /** The runs beyond U+FFFF: the first code point of each, and its entry less the code point. */
  readonly starts: readonly number[]
  readonly offsets: readonly number[]
}

const TABLES = decode(CHARACTER_RUNS)

/** The entry of each UTF-16 unit. Never changed. */
export const ENTRIES: Uint32Array = TABLES.entries

/** The entry of the character at a position, which must lie in the text. A lone surrogate is a symbol. */
export function entryAt(text: string, position: number): number {
  const entry = ENTRIES[text.charCodeAt(position)] as number
  if (classOf(entry) !== SURROGATE) return entry
  const codePoint = text.codePointAt(position) as number
  return codePoint < 0x10000 ? codePoint : astralEntry(codePoint)
}

function decode(data: string): Tables {
  const tables = { entries: new Uint32Array(0x10000), starts: [] as number[], offsets: [] as number[] }
  let start = 0
  for (const run of data.split(' ')) {
    const [head = '', length = '1'] = run.split(':')
    const meta = RUN_METAS[head.charCodeAt(0) - 0x41] as number
    const end = start + Number.parseInt(length, 36)
    const shift = head.length === 1 ? 0 : Number.parseInt(head.slice(1), 36)
    addRun(tables, start, end, meta, shift)
    start = end
  }
  return tables
}

function addRun(
  tables: Tables & { starts: number[]; offsets: number[] },
  from: number,
  to: number,
  meta: number,
  shift: number,
) {
  // An expansion's shift is its number, the same for the whole run; else it is added to each code point.
  const step = classOf(meta) === EXPANDING ? 0 : 1
  for (let unit = from; unit < Math.min(to, 0x10000); unit++)
    tables.entries[unit] = meta + shift + step * unit
  if (to <= 0x10000) return
  tables.starts.push(from)
  tables.offsets.push(meta + shift)
}

function astralEntry(codePoint: number): number {
  const { starts, offsets } = TABLES
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) <= codePoint) low = middle
    else high = middle
  }
  return (offsets[low] as number) + codePoint
}
