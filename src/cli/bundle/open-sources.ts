import { lineAgain, type RecordLine } from '../../bundle/read-record.ts'
import type { EntityRecord } from '../../model/entity.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { compileSources } from './compile-sources.ts'
import type { Complaint } from './complaint.ts'
import type { BundleHeader } from './header-source.ts'
import type { PlacedRecord } from './placed-record.ts'
import { type PlacedLine, readRecordFile, SourceRefusal } from './record-file.ts'
import { filesOfFolder } from './source-folder.ts'
import { standardVocabulary } from './vocabulary-check.ts'

/** A bundle's sources, read little by little: a million records are never held. */
export interface OpenSources {
  readonly header: BundleHeader
  /** In ascending order of ids. Reading throws a `SourceRefusal` where a file of records is wrong. */
  readonly records: AsyncIterable<readonly RecordLine[]>
}

/**
 * Opens a folder of sources: what is written in YAML is compiled at once, files of records (`.jsonl`) are merged with
 * it as they are read.
 */
export async function openSources(
  folder: string,
  examine?: (records: readonly PlacedRecord[], header: BundleHeader) => void,
): Promise<Result<OpenSources, readonly Complaint[]>> {
  const vocabulary = standardVocabulary()
  const compiled = await compileSources(folder, vocabulary, examine, true)
  if (!compiled.ok) return fail(compiled.error)
  const { header, records } = compiled.value
  const files = ((await filesOfFolder(folder)) ?? []).filter((file) => file.endsWith('.jsonl'))
  const streams = [compiledLines(records), ...files.map((file) => readRecordFile(folder, file, vocabulary))]
  return ok({ header, records: merged(streams) })
}

/** Records given at once. */
const BATCH = 1_000

async function* compiledLines(records: readonly EntityRecord[]): AsyncGenerator<readonly PlacedLine[]> {
  for (let start = 0; start < records.length; start += BATCH)
    yield records.slice(start, start + BATCH).map((record) => ({
      record: lineAgain(JSON.stringify(record)),
      file: 'bundle.yaml',
      line: 1,
    }))
}

/** Streams, each in ascending order of ids, as one. */
async function* merged(
  streams: readonly AsyncIterable<readonly PlacedLine[]>[],
): AsyncGenerator<readonly RecordLine[]> {
  const heads = streams.map((stream) => new Head(stream))
  for (const head of heads) await head.fill()
  let batch: RecordLine[] = []
  for (let next = least(heads); next; next = least(heads)) {
    batch.push(await taken(heads, next))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Takes the first record of a stream; no other may have its id. */
async function taken(heads: readonly Head[], head: Head): Promise<RecordLine> {
  const { record } = head.line as PlacedLine
  const twice = heads.find((other) => other !== head && other.line?.record.id === record.id)?.line
  if (twice)
    throw new SourceRefusal({
      file: twice.file,
      line: twice.line,
      column: 1,
      problem: `The entity id "${record.id}" is used twice`,
      advice: 'Give one of them another id, or merge them',
    })
  head.pass()
  if (!head.line) await head.fill()
  return record
}

function least(heads: readonly Head[]): Head | undefined {
  let first: Head | undefined
  for (const head of heads)
    if (head.line && (!first?.line || head.line.record.id < first.line.record.id)) first = head
  return first
}

/** A stream and its first record that was not taken yet. */
class Head {
  readonly #source: AsyncIterator<readonly PlacedLine[]>
  #batch: readonly PlacedLine[] = []
  #at = 0

  constructor(stream: AsyncIterable<readonly PlacedLine[]>) {
    this.#source = stream[Symbol.asyncIterator]()
  }

  /** Undefined where `fill` has to be asked, or at the end. */
  get line(): PlacedLine | undefined {
    return this.#batch[this.#at]
  }

  pass(): void {
    this.#at += 1
  }

  async fill(): Promise<void> {
    const next = await this.#source.next()
    this.#batch = next.done ? [] : next.value
    this.#at = 0
  }
}
