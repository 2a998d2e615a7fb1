import type { Result } from '../model/result.ts'
import { fail, ok } from '../model/result.ts'
import { OTHER, WORD } from '../text/characters.ts'
import { TokenReader } from '../text/token-reader.ts'
import type { Candidate, IndexError, IndexedName, NameIndex } from './types.ts'

/** Opens an index made by `buildIndex`. */
export function openIndex(buffer: ArrayBuffer): Result<NameIndex, IndexError> {
  const text = new TextDecoder().decode(buffer)
  if (!text.startsWith('BGNI')) return fail('foreign')
  try {
    return ok(new TrieIndex(JSON.parse(text.slice(4)) as IndexedName[]))
  } catch {
    return fail('corrupt')
  }
}

interface TrieNode {
  readonly next: Map<string, TrieNode>
  readonly names: number[]
}

interface ScannedToken {
  readonly start: number
  readonly end: number
  readonly key: string
  readonly uppers: string
  readonly kind: number
  readonly breakBefore: boolean
}

function read(text: string): ScannedToken[] {
  const reader = new TokenReader(text)
  const tokens: ScannedToken[] = []
  while (reader.next()) {
    const uppers = reader.uppers.subarray(0, reader.length).join('')
    const { start, end, kind, breakBefore } = reader
    tokens.push({ start, end, key: reader.key(), uppers, kind, breakBefore })
  }
  return tokens
}

class TrieIndex implements NameIndex {
  readonly size: number
  private readonly names: readonly IndexedName[]
  private readonly tokens: readonly (readonly ScannedToken[])[]
  private readonly root: TrieNode = { next: new Map(), names: [] }

  constructor(names: readonly IndexedName[]) {
    this.names = names
    this.size = names.length
    this.tokens = names.map((name) => read(name.text))
    for (const [number, tokens] of this.tokens.entries()) this.insert(number, tokens)
  }

  private insert(number: number, tokens: readonly ScannedToken[]): void {
    if (tokens.every((token) => token.kind === OTHER)) return
    let node = this.root
    for (const token of tokens) {
      let child = node.next.get(token.key)
      if (!child) {
        child = { next: new Map(), names: [] }
        node.next.set(token.key, child)
      }
      node = child
    }
    node.names.push(number)
  }

  name(number: number): IndexedName {
    const name = this.names[number]
    if (!name) throw new RangeError(`no name has the number ${number}`)
    return name
  }

  scan(text: string): Candidate[] {
    const found: Candidate[] = []
    const tokens = read(text)
    for (let first = 0; first < tokens.length; ) {
      const longest = this.candidatesAt(text, tokens, first).at(-1)
      if (longest) found.push(longest.candidate)
      first = longest ? longest.after : first + 1
    }
    return found
  }

  scanAll(text: string): Candidate[] {
    const tokens = read(text)
    return tokens.flatMap((_, first) =>
      this.candidatesAt(text, tokens, first)
        .map((each) => each.candidate)
        .reverse(),
    )
  }

  *scanSlices(text: string, units: number): Generator<readonly Candidate[], void> {
    const all = this.scan(text)
    for (let from = 0; from < text.length; from += units)
      yield all.filter((each) => each.start >= from && each.start < from + units)
  }

  /** The candidates that begin at a token, the shortest first, with the token after each. */
  private candidatesAt(text: string, tokens: readonly ScannedToken[], first: number) {
    const found: { candidate: Candidate; after: number }[] = []
    const start = (tokens[first] as ScannedToken).start
    let node: TrieNode | undefined = this.root
    for (let at = first; at < tokens.length; at++) {
      const token = tokens[at] as ScannedToken
      if (at > first && token.breakBefore) break
      node = node.next.get(token.key)
      if (!node) break
      const names = node.names.filter((number) => this.fits(number, tokens, first))
      if (names.length > 0 && !isBeforeContractedNot(text, token))
        found.push({ candidate: { start, end: token.end, names }, after: at + 1 })
    }
    return found
  }

  private fits(number: number, tokens: readonly ScannedToken[], first: number): boolean {
    const own = this.tokens[number] as readonly ScannedToken[]
    if (this.name(number).caseRule === 'exact')
      return own.every((token, index) => token.uppers === tokens[first + index]?.uppers)
    const words = own.filter((token) => token.kind !== OTHER)
    if (words.length !== 1 || words[0]?.kind !== WORD || words[0].uppers[0] !== '1') return true
    return tokens[first + own.indexOf(words[0])]?.uppers[0] === '1'
  }
}

/** "Don't" is "do not", not "Don": a word in n before an apostrophe and a t is no name. */
function isBeforeContractedNot(text: string, token: ScannedToken): boolean {
  return token.key.endsWith('n') && /^['’]t(?![\p{L}\p{N}])/iu.test(text.slice(token.end, token.end + 4))
}
