import type { AliasKind } from '../model/entity.ts'
import { ALIAS_KINDS } from '../model/entity.ts'
import { ENTRIES } from '../text/character-table.ts'
import { classOf, WORD } from '../text/characters.ts'
import { FilterKeys } from './filter-keys.ts'
import { extended, LOWER_BIT, type Multipliers } from './hashing.ts'
import type { NameProfile } from './index-format.ts'
import { IntList } from './int-list.ts'
import {
  PIECE_ENDS_EARLY,
  PIECE_IS_CAPITAL,
  PIECE_IS_INTRICATE,
  PIECE_STARTS_LATE,
  type PiecePool,
} from './piece-pool.ts'
import { PieceTable } from './piece-table.ts'
import { textOfBytes } from './piece-text.ts'
import type { IndexedName } from './types.ts'

const SPACE = ' '

/** What a name's head tells beside the number of its profile: by how many tokens it is entered, and a new entity. */
const ENTRY_MASK = 3
const NEW_ENTITY = 4
const HEAD_SHIFT = 3

/** The names of a build, taken apart: pieces, profiles, entities, and by which hash each is entered. */
export class CollectedNames {
  readonly pieces: PieceTable
  readonly profiles: NameProfile[] = []
  readonly filterKeys: FilterKeys
  /** The hash of the first two tokens of each name, or of its only one; of names without words any. */
  readonly entryHashes: IntList
  /** The pieces of all names one after the other, and where those of each name begin. */
  private readonly pieceNumbers: IntList
  private readonly pieceStarts: IntList
  private readonly heads: IntList
  private readonly profilesByLanguage = new Map<string, Int32Array>()
  private readonly path: number
  private lastEntity = 0
  /** The first tokens of the name that is taken in. */
  private readonly firsts = new Int32Array(3)

  /** `expected` is how many names will come, 0 where nobody knows. */
  constructor(by: Multipliers, expected: number) {
    this.pieces = new PieceTable(by, expected)
    this.path = by.path
    this.filterKeys = new FilterKeys(by, expected)
    this.entryHashes = listFor(expected)
    this.heads = listFor(expected)
    this.pieceStarts = listFor(expected + 1)
    this.pieceNumbers = listFor(3 * expected)
    this.pieceStarts.push(0)
  }

  get size(): number {
    return this.heads.length
  }

  get pool(): PiecePool {
    return this.pieces.pool
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
    this.enter(name, entity === this.lastEntity ? 0 : NEW_ENTITY)
    this.lastEntity = entity
  }

  /** How many of its first tokens a name is entered by: two, one where it has no more, none where it has no word. */
  entryDepth(name: number): number {
    return this.heads.at(name) & ENTRY_MASK
  }

  /** The number of a name's profile. */
  profile(name: number): number {
    return this.heads.at(name) >>> HEAD_SHIFT
  }

  /** Whether a name is not of the entity of the name before it. */
  isOfNewEntity(name: number): boolean {
    return (this.heads.at(name) & NEW_ENTITY) !== 0
  }

  /** Where the pieces of a name begin and end, for `piece`. */
  firstPiece(name: number): number {
    return this.pieceStarts.at(name)
  }

  piece(at: number): number {
    return this.pieceNumbers.at(at)
  }

  /** The hashes of all tokens of a name, case left out. */
  tokensOf(name: number): number[] {
    const { pool } = this
    const tokens: number[] = []
    for (let at = this.firstPiece(name); at < this.firstPiece(name + 1); at++) {
      const piece = this.piece(at)
      for (let index = 0; index < pool.tokensIn(piece); index++)
        tokens.push(pool.token(piece, index) | LOWER_BIT)
    }
    return tokens
  }

  haveSamePieces(one: number, other: number): boolean {
    const first = this.firstPiece(one)
    const second = this.firstPiece(other)
    const length = this.firstPiece(one + 1) - first
    if (this.firstPiece(other + 1) - second !== length) return false
    for (let index = 0; index < length; index++)
      if (this.piece(first + index) !== this.piece(second + index)) return false
    return true
  }

  textOf(name: number): string {
    const { pool } = this
    const texts: string[] = []
    for (let at = this.firstPiece(name); at < this.firstPiece(name + 1); at++) {
      const piece = this.piece(at)
      texts.push(textOfBytes(pool.bytes, pool.startOf(piece), pool.endOf(piece)))
    }
    return texts.join(SPACE)
  }

  /** Gives the memory back when the last record has been written. */
  free(): void {
    this.heads.free()
    this.pieceStarts.free()
    this.pieceNumbers.free()
  }

  /** Finds out how the name is to be judged, and by which hashes it is found: that of the pieces taken in last. */
  private enter(name: IndexedName, isNew: number): void {
    const { pool, firsts } = this
    const first = this.pieceStarts.at(this.size)
    const last = this.pieceNumbers.length - 1
    let flags = 0
    let words = 0
    let tokens = 0
    for (let at = first; at <= last; at++) {
      const piece = this.pieceNumbers.at(at)
      const own = pool.flags(piece)
      flags |= own & PIECE_IS_INTRICATE
      if ((at === first && own & PIECE_STARTS_LATE) || (at === last && own & PIECE_ENDS_EARLY))
        flags |= PIECE_IS_INTRICATE
      if (words === 0) flags |= own & PIECE_IS_CAPITAL
      words += pool.wordsIn(piece)
      const more = pool.tokensIn(piece)
      for (let index = 0; index < more && tokens + index < 3; index++)
        firsts[tokens + index] = pool.token(piece, index)
      tokens += more
    }
    const oneCapital = words === 1 && (flags & PIECE_IS_CAPITAL) !== 0
    // The capital of a word behind a mark of punctuation is not at the start, where the simple comparison looks.
    const startsWithWord = classOf(ENTRIES[name.text.charCodeAt(0)] ?? 0) === WORD
    const intricate = (flags & PIECE_IS_INTRICATE) !== 0 || (oneCapital && !startsWithWord)
    const profile = this.profileOf(name, oneCapital, intricate)
    const depth = words === 0 ? 0 : Math.min(tokens, 2)
    this.heads.push((profile << HEAD_SHIFT) | isNew | depth)
    this.entryHashes.push(depth === 0 ? 0 : this.entryHash(tokens, profile))
  }

  private entryHash(tokens: number, profile: number): number {
    const { firsts, filterKeys, path } = this
    const [cased, second, third] = firsts as unknown as [number, number, number]
    const { exact, needsCapital } = this.profiles[profile] as NameProfile
    if (tokens === 1) {
      filterKeys.addSingle(cased, exact || needsCapital)
      return cased | LOWER_BIT
    }
    const pair = extended(cased | LOWER_BIT, second | LOWER_BIT, path)
    filterKeys.entries.push(tokens === 2 ? pair : extended(pair, third | LOWER_BIT, path))
    return pair
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

/** A list that need not grow where it is known how many come. */
const listFor = (expected: number): IntList => new IntList(Math.max(expected, 1 << 10))

function kindNumber(kind: AliasKind): number {
  const number = ALIAS_KINDS.indexOf(kind)
  if (number < 0) throw new RangeError(`no kind of name: ${kind}`)
  return number
}
