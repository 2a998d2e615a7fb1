import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import {
  type RecordError,
  type RecordErrorCode,
  type RecordLine,
  readRecord,
} from '../../bundle/read-record.ts'
import { recordOf } from '../../bundle/record-of.ts'
import type { EntityRecord } from '../../model/entity.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { isLoud } from '../../text/loud-names.ts'
import type { Complaint } from './complaint.ts'
import type { Vocabulary } from './vocabulary-check.ts'

/** A record and where it is written. */
export interface PlacedLine {
  readonly record: RecordLine
  readonly file: string
  /** From 1. */
  readonly line: number
}

/** Thrown while sources are read little by little: what is wrong, in the words for its author. */
export class SourceRefusal extends Error {
  readonly complaint: Complaint
  constructor(complaint: Complaint) {
    super(complaint.problem)
    this.complaint = complaint
  }
}

/** Runs what reads sources little by little; a refusal on the way is its complaint. */
export async function complaining<T>(run: () => Promise<T>): Promise<Result<T, Complaint>> {
  try {
    return ok(await run())
  } catch (error) {
    if (error instanceof SourceRefusal) return fail(error.complaint)
    throw error
  }
}

/** Records given at once: some hundreds of kilobytes. */
const BATCH = 1_000

const NEWLINE = 0x0a

/**
 * The records of a `.jsonl` file of a bundle's sources, one a line as in a part (docs/bundle-format.md), in ascending
 * order of their ids. The file is never held whole. Throws a `SourceRefusal` at the first line that is wrong.
 */
export async function* readRecordFile(
  folder: string,
  file: string,
  vocabulary: Vocabulary,
): AsyncGenerator<readonly PlacedLine[]> {
  let batch: PlacedLine[] = []
  let [number, last] = [0, '']
  for await (const bytes of linesOfFile(join(folder, file))) {
    number += 1
    const refuse = refusalAt(file, number)
    const read = readRecord(bytes)
    if (!read.ok) throw refuse(recordProblem(read.error), 'Correct the record')
    const { id, line } = read.value
    if (id <= last) throw refuse(`"${id}" stands after "${last}"`, 'Sort the lines by id; each id once')
    const record = recordOf(line)
    const loud = loudName(record)
    if (loud !== undefined)
      throw refuse(
        `"${loud}" is too common a word for a name`,
        'Use a longer name, or an acronym in capitals',
      )
    const unknown = unknownTerm(record, vocabulary)
    if (unknown !== undefined) throw refuse(`"${unknown}" is not in the vocabulary`, 'See docs/vocabulary.md')
    last = id
    batch.push({ record: read.value, file, line: number })
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What is wrong with JSON that is read strictly; everything else has its words already. */
const JSON_PROBLEMS: Readonly<Partial<Record<RecordErrorCode, string>>> = {
  'byte-order-mark': 'A byte order mark',
  malformed: 'Malformed JSON',
  trailing: 'Something behind the end of the object',
  'too-deep': 'Lists or objects nested too deeply',
  'duplicate-key': 'A key that the object has already',
  'forbidden-key': 'A key that no object may have (__proto__, constructor, prototype)',
  'lone-surrogate': 'Half of a surrogate pair',
  'not-integer': 'A number that is no whole one, or too large',
}

function recordProblem({ code, path, detail }: RecordError): string {
  return [JSON_PROBLEMS[code] ?? path, detail].filter(Boolean).join(JSON_PROBLEMS[code] ? ' ' : ': ')
}

const refusalAt = (file: string, line: number) => (problem: string, advice: string) =>
  new SourceRefusal({ file, line, column: 1, problem, advice })

/** A name that readers would not look for. */
function loudName({ names, aliases }: EntityRecord): string | undefined {
  const name = names.find(({ text }) => isLoud(text, false))
  const alias = aliases.find(({ text, kind, rules }) =>
    isLoud(text, (rules?.case ?? (kind === 'acronym' ? 'exact' : 'folded')) === 'exact'),
  )
  return (name ?? alias)?.text
}

function unknownTerm(record: EntityRecord, { properties, relations }: Vocabulary): string | undefined {
  const statement = record.statements.find(({ property }) => !properties.has(property))
  return statement?.property ?? record.relations.find(({ relation }) => !relations.has(relation))?.relation
}

/** Lines of bytes, without their ends; empty ones too. */
async function* linesOfFile(path: string): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    let start = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      yield bytes.subarray(start, end)
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  if (rest.length > 0) yield rest
}
