import { ok, type Result } from '../model/result.ts'
import { TokenReader } from '../text/token-reader.ts'
import { hashOfToken, LOWER_BIT } from './hashing.ts'
import { type IndexView, viewIndex } from './index-view.ts'
import { NameRecords } from './name-records.ts'
import { Scanner } from './scanner.ts'
import type { Candidate, IndexError, IndexedName, NameIndex, TokenSink } from './types.ts'

/**
 * Opens an index made by `buildIndex`, in place: the buffer must not be changed afterwards. A buffer that is
 * no index, is of another version, is cut short or damaged is refused.
 */
export function openIndex(buffer: ArrayBuffer): Result<NameIndex, IndexError> {
  const view = viewIndex(buffer)
  return view.ok ? ok(new OpenedIndex(view.value)) : view
}

class OpenedIndex implements NameIndex {
  readonly size: number
  private readonly view: IndexView
  private readonly records: NameRecords
  private readonly reader = new TokenReader()
  /** Scans that run to their end share one scanner; those in slices have one each. */
  private scanner: Scanner | undefined

  constructor(view: IndexView) {
    this.view = view
    this.size = view.names
    this.records = new NameRecords(view)
  }

  name(number: number): IndexedName {
    if (!Number.isInteger(number) || number < 0 || number >= this.size)
      throw new RangeError(`no name has the number ${number}`)
    return this.records.name(number)
  }

  scan(text: string, tokens?: TokenSink): Candidate[] {
    return this.run(text, false, tokens)
  }

  scanAll(text: string): Candidate[] {
    return this.run(text, true)
  }

  *scanSlices(text: string, units: number): Generator<readonly Candidate[], void> {
    const scanner = new Scanner(this.view)
    scanner.reset(text, false)
    let until = units
    while (scanner.step()) {
      if (scanner.position < until) continue
      until = scanner.position + units
      yield take(scanner)
    }
    yield take(scanner)
  }

  hashOf(text: string): number {
    const { reader } = this
    reader.reset(text, 0)
    return reader.next() ? hashOfToken(this.view.by, reader) | LOWER_BIT : 0
  }

  private run(text: string, nested: boolean, tokens?: TokenSink): Candidate[] {
    this.scanner ??= new Scanner(this.view)
    this.scanner.reset(text, nested, tokens)
    while (this.scanner.step());
    return take(this.scanner)
  }
}

/** What a scanner has found; it keeps nothing of it. */
function take(scanner: Scanner): Candidate[] {
  const { found } = scanner
  scanner.found = []
  return found
}
