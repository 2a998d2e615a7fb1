import type { AliasKind } from '../model/entity.ts'
import { ALIAS_KINDS } from '../model/entity.ts'
import { ENTRIES } from '../text/character-table.ts'
import { classOf, WORD } from '../text/characters.ts'
import { haveEqualTokens } from './equal-tokens.ts'
import { LOWER_BIT, type Multipliers } from './hashing.ts'
import type { NameProfile } from './index-format.ts'
import { IntList } from './int-list.ts'
import {
  PIECE_ENDS_EARLY,
  PIECE_IS_CAPITAL,
  PIECE_IS_INTRICATE,
  PIECE_STARTS_LATE,
  PieceTable,
} from './piece-table.ts'
import { textOfBytes } from './piece-text.ts'
import { extended, type NameTokens } from './prefix-table.ts'
import type { IndexedName } from './types.ts'

const SPACE = ' '

/** The names of a build, taken apart: pieces, tokens, profiles, entities. */
export class CollectedNames implements NameTokens {
  readonly pieces: PieceTable
  /** The pieces of all names one after the other, and where those of each name begin. */
  readonly pieceNumbers = new IntList()
  readonly pieceStarts = new IntList()
  /** The number of each name's profile and of its entity. */
  readonly profileNumbers = new IntList()
  readonly entityNumbers = new IntList()
  readonly profiles: NameProfile[] = []
  private readonly profilesByLanguage = new Map<string, Int32Array>()
  /** Hashes of the tokens of all names, and where those of each name begin; names without words have none. */
  private readonly tokens = new IntList()
  private readonly tokenStarts = new IntList()
  private readonly path: number

  /** `expected` is how many names will come, 0 where nobody knows. */
  constructor(by: Multipliers, expected: number) {
    this.pieces = new PieceTable(by, expected)
    this.path = by.path
    this.pieceStarts.push(0)
    this.tokenStarts.push(0)
  }

  get size(): number {
    return this.profileNumbers.length
  }

  /** Takes in one more name. */
  add(name: IndexedName, entity: number): void {
    const { text } = name
    for (let from = 0; from <= text.length; ) {
      const space = text.indexOf(SPACE, from)
      const to = space < 0 ? text.length : space
      this.pieceNumbers.push(this.pieces.number(text, from, to, false))
      from = to + 1
    }
    this.pieceStarts.push(this.pieceNumbers.length)
    this.entityNumbers.push(entity)
    this.addTokens(name)
  }

  lengthOf(name: number): number {
    return this.tokenStarts.at(name + 1) - this.tokenStarts.at(name)
  }

  hashAt(name: number, index: number): number {
    return this.tokens.at(this.tokenStarts.at(name) + index) | LOWER_BIT
  }

  /** The hash of a name's first token, with the case of its first letter. */
  casedHashOf(name: number): number {
    return this.tokens.at(this.tokenStarts.at(name))
  }

  /** Whether a name's first letter must be in the same case as it is in the name. */
  insistsOnCase(name: number): boolean {
    const { exact, needsCapital } = this.profiles[this.profileNumbers.at(name)] as NameProfile
    return exact || needsCapital
  }

  areEqual(one: number, other: number): boolean {
    if (this.haveSamePieces(one, other)) return true
    return (
      this.wholeHash(one) === this.wholeHash(other) && haveEqualTokens(this.textOf(one), this.textOf(other))
    )
  }

  /** A hash of all tokens of a name, the same for names that are the same word for word. */
  private wholeHash(name: number): number {
    const { wholes, tokenStarts } = this.pieces
    let hash = 0
    for (let index = this.pieceStarts.at(name); index < this.pieceStarts.at(name + 1); index++) {
      const piece = this.pieceNumbers.at(index)
      const end = tokenStarts.at(piece + 1)
      for (let token = tokenStarts.at(piece); token < end; token++)
        hash = extended(hash, wholes.at(token), this.path)
    }
    return hash
  }

  private haveSamePieces(one: number, other: number): boolean {
    const first = this.pieceStarts.at(one)
    const second = this.pieceStarts.at(other)
    const length = this.pieceStarts.at(one + 1) - first
    if (this.pieceStarts.at(other + 1) - second !== length) return false
    for (let index = 0; index < length; index++)
      if (this.pieceNumbers.at(first + index) !== this.pieceNumbers.at(second + index)) return false
    return true
  }

  private textOf(name: number): string {
    const { pieces } = this
    const texts: string[] = []
    for (let index = this.pieceStarts.at(name); index < this.pieceStarts.at(name + 1); index++) {
      const piece = this.pieceNumbers.at(index)
      texts.push(textOfBytes(pieces.bytes.bytes, pieces.startOf(piece), pieces.endOf(piece)))
    }
    return texts.join(SPACE)
  }

  private addTokens(name: IndexedName): void {
    const { pieces, pieceNumbers } = this
    const first = this.pieceStarts.at(this.size)
    const last = pieceNumbers.length - 1
    let flags = 0
    let words = 0
    for (let index = first; index <= last; index++) {
      const piece = pieceNumbers.at(index)
      const own = pieces.flags.at(piece)
      flags |= own & PIECE_IS_INTRICATE
      if ((index === first && own & PIECE_STARTS_LATE) || (index === last && own & PIECE_ENDS_EARLY))
        flags |= PIECE_IS_INTRICATE
      if (words === 0) flags |= own & PIECE_IS_CAPITAL
      words += pieces.words.at(piece)
    }
    if (words > 0) this.copyTokens(first, last)
    this.tokenStarts.push(this.tokens.length)
    const oneCapital = words === 1 && (flags & PIECE_IS_CAPITAL) !== 0
    // The capital of a word behind a mark of punctuation is not at the start, where the simple comparison looks.
    const startsWithWord = classOf(ENTRIES[name.text.charCodeAt(0)] ?? 0) === WORD
    const intricate = (flags & PIECE_IS_INTRICATE) !== 0 || (oneCapital && !startsWithWord)
    this.profileNumbers.push(this.profileOf(name, oneCapital, intricate))
  }

  private copyTokens(first: number, last: number): void {
    const { tokens, tokenStarts } = this.pieces
    for (let index = first; index <= last; index++) {
      const piece = this.pieceNumbers.at(index)
      const end = tokenStarts.at(piece + 1)
      for (let token = tokenStarts.at(piece); token < end; token++) this.tokens.push(tokens.at(token))
    }
  }

  private profileOf(name: IndexedName, oneCapital: boolean, intricate: boolean): number {
    const exact = name.caseRule === 'exact'
    const needsCapital = oneCapital && !exact
    const kind = kindNumber(name.kind)
    const code =
      (kind << 4) | (exact ? 8 : 0) | (name.ambiguous ? 4 : 0) | (needsCapital ? 2 : 0) | (intricate ? 1 : 0)
    let numbers = this.profilesByLanguage.get(name.lang)
    if (!numbers) {
      numbers = new Int32Array(ALIAS_KINDS.length << 4).fill(-1)
      this.profilesByLanguage.set(name.lang, numbers)
    }
    if (numbers[code] === -1)
      numbers[code] =
        this.profiles.push({
          lang: name.lang,
          kind,
          exact,
          ambiguous: name.ambiguous,
          needsCapital,
          intricate,
        }) - 1
    return numbers[code] as number
  }
}

function kindNumber(kind: AliasKind): number {
  const number = ALIAS_KINDS.indexOf(kind)
  if (number < 0) throw new RangeError(`no kind of name: ${kind}`)
  return number
}
