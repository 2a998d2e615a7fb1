import { ENTRIES } from '../text/character-table.ts'
import {
  classOf,
  foldOf,
  IDEOGRAPH,
  IGNORED,
  LINE_BREAK,
  MARK,
  OTHER,
  PARAGRAPH_BREAK,
  SEPARATOR,
  UPPER_BIT,
  WORD,
} from '../text/characters.ts'
import { TokenReader } from '../text/token-reader.ts'
import { hasEqualCase, isEqualToken } from './equal-tokens.ts'
import { type NameProfile, NEXT_NAME_BIT, PROFILE_SHIFT } from './index-format.ts'
import type { IndexView } from './index-view.ts'
import { NameRecords } from './name-records.ts'
import { unitAt } from './piece-text.ts'

const FULL_STOP = 0x2e
const MISMATCH = -1
/** The characters compared so far leave it open. */
const UNDECIDED = -2

/**
 * Says whether a name stands at a place of the text. Most are compared unit by unit, straight from the
 * bytes of the index; where a character could be read in more than one way, token by token.
 */
export class NameMatcher {
  /** After `fit`: the next name that is the same word for word, or 0. */
  next = 0
  private text = ''
  private readonly view: IndexView
  private readonly records: NameRecords
  private readonly nameReader = new TokenReader()
  private readonly textReader = new TokenReader()

  constructor(view: IndexView) {
    this.view = view
    this.records = new NameRecords(view)
  }

  /** Begins a text. */
  reset(text: string): void {
    this.text = text
  }

  /** Where a name ends that begins at a place, which is the start of a token; -1 if it does not fit. */
  fit(name: number, start: number): number {
    const { records } = this
    this.next = 0
    if (name >= this.view.names) return MISMATCH
    records.seek(name)
    const head = records.varint()
    if (head & NEXT_NAME_BIT) this.next = name + records.varint()
    const profile = this.view.profiles.names[head >>> PROFILE_SHIFT]
    if (profile === undefined) return MISMATCH
    const end = profile.intricate ? UNDECIDED : this.compare(profile, start)
    return end === UNDECIDED ? this.compareTokens(name, profile, start) : end
  }

  /** Compares unit by unit what is left of the record. */
  private compare(profile: NameProfile, start: number): number {
    const { text, records, view } = this
    const { nameRecords, pieceBytes, pieceStarts } = view
    const end = records.end
    let read = records.at
    let at = start
    let last = 0
    for (let first = true; read < end; first = false) {
      if (!first && classOf(ENTRIES[text.charCodeAt(at++)] ?? 0) !== SEPARATOR) return UNDECIDED
      let code = nameRecords[read++] as number
      if (code > 0x7f) {
        records.at = read - 1
        code = records.varint()
        read = records.at
      }
      let bytes = nameRecords
      let from = read
      let to = from + (code >>> 1)
      if (code & 1) read = to
      else {
        bytes = pieceBytes
        from = pieceStarts[code >>> 1] ?? 0
        to = pieceStarts[(code >>> 1) + 1] ?? 0
      }
      // A damaged index may tell any length; the bytes end where they end.
      if (to > bytes.length) return MISMATCH
      while (from < to) {
        last = bytes[from++] as number
        const unit = text.charCodeAt(at++)
        if (last === unit && last < 0x80) continue
        if (last > 0x7f) {
          last = unitAt(bytes, from - 1, last)
          from += last < 0x800 ? 1 : 2
          if (last === unit) continue
        }
        const own = ENTRIES[last] as number
        const other = ENTRIES[unit] as number
        if (own === other) continue
        if ((own ^ other) === UPPER_BIT) {
          if (profile.exact) return MISMATCH
        } else if (classOf(own) !== SEPARATOR || classOf(other) !== SEPARATOR)
          return this.verdict(own, other, at)
      }
    }
    return this.accept(profile, start, at, ENTRIES[last] as number)
  }

  /** What two characters that differ tell; `after` is where the text goes on. */
  private verdict(one: number, other: number | undefined, after: number): number {
    if (other === undefined || !isDefinite(one) || !isDefinite(other)) return UNDECIDED
    // A mark may still change the letter before it (й, が).
    const next = classOf(ENTRIES[this.text.charCodeAt(after)] ?? 0)
    return next === MARK || next === IGNORED ? UNDECIDED : MISMATCH
  }

  /** All units agree: what follows decides whether the name ends here, and its rule whether the capital is there. */
  private accept(profile: NameProfile, start: number, end: number, last: number): number {
    const { text } = this
    if (end > text.length) return MISMATCH
    if (end < text.length) {
      const next = ENTRIES[text.charCodeAt(end)] as number
      if (!this.isEnd(last, next, end))
        return classOf(last) === WORD && classOf(next) === WORD ? MISMATCH : UNDECIDED
    }
    if (profile.needsCapital && !((ENTRIES[text.charCodeAt(start)] as number) & UPPER_BIT)) return MISMATCH
    return end
  }

  /** Whether a token surely ends between two characters. */
  private isEnd(last: number, next: number, end: number): boolean {
    const nextClass = classOf(next)
    switch (nextClass) {
      case SEPARATOR:
      case LINE_BREAK:
      case PARAGRAPH_BREAK:
      case IDEOGRAPH:
        return true
      case OTHER:
        // A stop may belong to the initial before it; before that a letter, and it is none.
        return foldOf(next) !== FULL_STOP || classOf(last) !== WORD || this.isInWord(end - 2)
      case WORD:
        // "U.N." goes on in "U.N.E.".
        return classOf(last) !== WORD && foldOf(last) !== FULL_STOP
      default:
        return false
    }
  }

  private isInWord(position: number): boolean {
    return position >= 0 && classOf(ENTRIES[this.text.charCodeAt(position)] as number) === WORD
  }

  /** Compares token by token: slow, and right for any text. */
  private compareTokens(name: number, profile: NameProfile, start: number): number {
    const { nameReader, textReader } = this
    nameReader.reset(this.records.text(name), 0)
    textReader.reset(this.text, start)
    let end = MISMATCH
    while (nameReader.next()) {
      if (!textReader.next() || (end !== MISMATCH && textReader.breaks > 1)) return MISMATCH
      if (!isEqualToken(nameReader, textReader)) return MISMATCH
      if (profile.exact && !hasEqualCase(nameReader, textReader)) return MISMATCH
      if (profile.needsCapital && nameReader.kind === WORD && textReader.uppers[0] !== 1) return MISMATCH
      end = textReader.end
    }
    return end
  }
}

/** Letters, ideographs and marks of punctuation that stand for themselves whatever is next to them. */
const isDefinite = (entry: number): boolean =>
  classOf(entry) === WORD ||
  classOf(entry) === IDEOGRAPH ||
  (classOf(entry) === OTHER && foldOf(entry) !== FULL_STOP)
