import type { Candidate, IndexedName, NameIndex, TokenSink } from '../matching/types.ts'
import { refKey } from '../model/ids.ts'
import { FormStore } from './form-store.ts'
import type { NameForm } from './name-form.ts'
import { PageTokens } from './page-tokens.ts'
import type { ContextWord } from './view.ts'
import { WordFilter } from './word-filter.ts'

/**
 * An index that takes each name out of its bytes once, and looks once for the shorter names inside a longer
 * one: the pages that a reader opens repeat a few thousand names.
 */
export interface WarmIndex extends NameIndex {
  /** The `refKey` of the entity that a name belongs to. */
  keyOf(number: number): string
  /** `scanAll` of a surface, which is read once. */
  within(surface: string): readonly Candidate[]
  /** The form of a candidate of a text, which is taken apart once. */
  formOf(text: string, candidate: Candidate): NameForm
  /** The hashes of the first tokens of an entity's context words, which are read once. */
  contextHashes(context: readonly ContextWord[]): Int32Array
  /** A filter of words, made once for each list. */
  filterOf(words: readonly string[]): WordFilter
  /** Room for the tokens of a page, empty; to be given back when the page is done. */
  takeTokens(): PageTokens
  giveBack(tokens: PageTokens): void
}

/** So many names, and so many surfaces, are kept at most; then both begin anew. A name takes about 300 bytes. */
const MOST_KEPT = 20_000

/** Room for more tokens than a page of 3 MB has is not kept. */
const MOST_SPARE = 1 << 19

const warmed = new WeakMap<NameIndex, WarmIndex>()

/** The warm form of an index; what it has read is kept as long as the index. */
export function warmIndex(index: NameIndex): WarmIndex {
  const known = warmed.get(index)
  if (known) return known
  const warm = new RememberedNames(index)
  warmed.set(index, warm)
  warmed.set(warm, warm)
  return warm
}

class RememberedNames implements WarmIndex {
  private readonly index: NameIndex
  private readonly names = new Map<number, IndexedName>()
  private readonly keys = new Map<number, string>()
  private readonly hashes = new Map<string, number>()
  private readonly insides = new Map<string, readonly Candidate[]>()
  private readonly forms = new FormStore((surface) => this.index.scanAll(surface))
  private readonly contexts = new WeakMap<readonly ContextWord[], Int32Array>()
  private readonly filters = new WeakMap<readonly string[], WordFilter>()
  private spare: PageTokens | undefined

  constructor(index: NameIndex) {
    this.index = index
  }

  get size(): number {
    return this.index.size
  }

  scan(text: string, tokens?: TokenSink): Candidate[] {
    return this.index.scan(text, tokens)
  }

  scanAll(text: string): Candidate[] {
    return this.index.scanAll(text)
  }

  scanSlices(text: string, units: number): Generator<readonly Candidate[], void> {
    return this.index.scanSlices(text, units)
  }

  name(number: number): IndexedName {
    return this.names.get(number) ?? this.read(number)
  }

  keyOf(number: number): string {
    return this.keys.get(number) ?? refKey(this.read(number).entity)
  }

  within(surface: string): readonly Candidate[] {
    const known = this.insides.get(surface)
    if (known) return known
    if (this.insides.size >= MOST_KEPT) this.insides.clear()
    const found = this.index.scanAll(surface)
    this.insides.set(surface, found)
    return found
  }

  hashOf(text: string): number {
    const known = this.hashes.get(text)
    if (known !== undefined) return known
    if (this.hashes.size >= MOST_KEPT) this.hashes.clear()
    const hash = this.index.hashOf(text)
    this.hashes.set(text, hash)
    return hash
  }

  formOf(text: string, candidate: Candidate): NameForm {
    return this.forms.formOf(text, candidate)
  }

  contextHashes(context: readonly ContextWord[]): Int32Array {
    const known = this.contexts.get(context)
    if (known) return known
    const hashes = Int32Array.from(context, ({ text }) => this.index.hashOf(text))
    this.contexts.set(context, hashes)
    return hashes
  }

  filterOf(words: readonly string[]): WordFilter {
    const known = this.filters.get(words)
    if (known) return known
    const filter = new WordFilter(this.index, words)
    this.filters.set(words, filter)
    return filter
  }

  takeTokens(): PageTokens {
    const tokens = this.spare ?? new PageTokens()
    this.spare = undefined
    tokens.reset()
    return tokens
  }

  giveBack(tokens: PageTokens): void {
    if (tokens.starts.length <= MOST_SPARE) this.spare = tokens
  }

  private read(number: number): IndexedName {
    if (this.names.size >= MOST_KEPT) {
      this.names.clear()
      this.keys.clear()
    }
    const name = this.index.name(number)
    this.names.set(number, name)
    this.keys.set(number, refKey(name.entity))
    return name
  }
}
