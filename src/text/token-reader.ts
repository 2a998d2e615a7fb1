import { CHARACTERS } from './character-table.ts'
import {
  classOf,
  DIGIT_BIT,
  EXPANDING,
  foldOf,
  IGNORED,
  JAMO,
  LINE_BREAK,
  MARK,
  OTHER,
  PARAGRAPH_BREAK,
  SEPARATOR,
  SURROGATE,
  UPPER_BIT,
  WORD,
} from './characters.ts'
import { ruleOf } from './folding-rules.ts'

const FULL_STOP = 0x2e
const { entries, expansions } = CHARACTERS

/**
 * Reads a text token by token: a run of letters and digits, one ideograph or kana, or one mark of
 * punctuation each. White space, dashes and ignorable characters vanish between tokens. After each
 * `next()` the fields tell of the token just read; offsets are UTF-16 units into the text.
 */
export class TokenReader {
  /** Where the token begins. */
  start = 0
  /** Where it ends (exclusive): a possessive or a trailing soft hyphen lies outside. */
  end = 0
  /** `WORD`, `IDEOGRAPH` or `OTHER` (punctuation and symbols). */
  kind = OTHER
  /** True where a blank line or a paragraph break precedes the token: no name goes across. */
  breakBefore = false
  /** How many folded units it has. */
  length = 0
  /** The folded units; those from `length` on are stale. */
  units = new Uint16Array(64)
  /** 1 for each folded unit that was upper case. */
  uppers = new Uint8Array(64)
  private position: number
  private readonly text: string

  constructor(text: string, position = 0) {
    this.text = text
    this.position = position
  }

  /** Reads the next token; false at the end of the text. */
  next(): boolean {
    this.skipGap()
    if (this.position >= this.text.length) return false
    this.start = this.position
    this.length = 0
    this.kind = this.classAt(this.position)
    if (this.kind === WORD) this.readWord()
    else this.readSingle()
    this.position = Math.max(this.position, this.end)
    if (this.kind === WORD && this.length === 1) this.readInitials()
    return true
  }

  /** The folded token. */
  key(): string {
    return String.fromCharCode(...this.units.subarray(0, this.length))
  }

  private skipGap(): void {
    let breaks = 0
    for (; this.position < this.text.length; this.position++) {
      const unit = this.text.charCodeAt(this.position)
      const characterClass = classOf(entries[unit] as number)
      if (characterClass === PARAGRAPH_BREAK) breaks = 2
      // CR LF is one line break.
      else if (characterClass === LINE_BREAK) breaks += unit === 0x0a && this.unitBefore() === 0x0d ? 0 : 1
      else if (characterClass !== SEPARATOR && characterClass !== IGNORED && characterClass !== MARK) break
    }
    this.breakBefore = breaks > 1
  }

  private unitBefore(): number {
    return this.position > 0 ? this.text.charCodeAt(this.position - 1) : 0
  }

  /** The class of the character at a position, as far as tokens are concerned. */
  private classAt(position: number): number {
    const characterClass = classOf(entries[this.text.charCodeAt(position)] as number)
    if (characterClass === SURROGATE) return ruleAt(this.text, position).characterClass
    return characterClass === EXPANDING || characterClass === JAMO ? WORD : characterClass
  }

  private readSingle(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.start) as number)
    this.end = this.start + character.length
    if (character.length > 1) this.pushAll(ruleOf(character).fold, 0)
    else this.push(foldOf(entries[character.charCodeAt(0)] as number), 0)
    while (this.end < this.text.length && this.classAt(this.end) === MARK) this.compose(this.end++)
  }

  private readWord(): void {
    let position = this.start
    while (position < this.text.length) {
      const characterClass = this.classAt(position)
      if (characterClass === IGNORED) {
        position++
        continue
      }
      if (characterClass === MARK) this.compose(position++)
      else if (characterClass === WORD) position += this.pushCharacter(position)
      else break
      this.end = position
    }
    this.position = position
  }

  /** Takes in the letter at a position; gives its length. */
  private pushCharacter(position: number): number {
    const unit = this.text.charCodeAt(position)
    const entry = entries[unit] as number
    const upper = (entry & UPPER_BIT) === 0 ? 0 : 1
    const characterClass = classOf(entry)
    if (characterClass === WORD) this.push(foldOf(entry), upper)
    else if (characterClass === EXPANDING) this.pushAll(expansions[foldOf(entry)] as string, upper)
    else if (characterClass === JAMO) this.composeOrPush(unit)
    else {
      const rule = ruleAt(this.text, position)
      this.pushAll(rule.fold, rule.flags & UPPER_BIT ? 1 : 0)
      return 2
    }
    return 1
  }

  private pushAll(fold: string, upper: number): void {
    for (let index = 0; index < fold.length; index++) this.push(fold.charCodeAt(index), upper)
  }

  private push(unit: number, upper: number): void {
    if (this.length === this.units.length) this.grow()
    this.units[this.length] = unit
    this.uppers[this.length++] = upper
  }

  private grow(): void {
    const { units, uppers } = this
    this.units = new Uint16Array(units.length * 2)
    this.uppers = new Uint8Array(units.length * 2)
    this.units.set(units)
    this.uppers.set(uppers)
  }

  /** A mark changes the letter before it only in Cyrillic (й) and kana (が); elsewhere it vanishes. */
  private compose(position: number): void {
    const last = this.units[this.length - 1] as number
    if (last < 0x0400 || (last > 0x052f && last < 0x3040) || last > 0x30ff) return
    const mark = foldOfMark(this.text.charCodeAt(position))
    const composed = String.fromCharCode(last, mark).normalize('NFC')
    if (composed.length === 1) this.units[this.length - 1] = foldOf(entries[composed.charCodeAt(0)] as number)
  }

  /** Conjoining jamo become the syllable that they write. */
  private composeOrPush(unit: number): void {
    const last = this.length > 0 ? (this.units[this.length - 1] as number) : 0
    const composed = String.fromCharCode(last, unit).normalize('NFC')
    if (last !== 0 && composed.length === 1) this.units[this.length - 1] = composed.charCodeAt(0)
    else this.push(unit, 0)
  }

  /** "U.N." reads as one token "un", the last stop included; the stop of a lone initial ("W. Bush") vanishes. */
  private readInitials(): void {
    if (!this.isInitial(this.start)) return
    while (this.isStop(this.position)) {
      const letter = this.position + 1
      if (!this.isInitial(letter) || this.continuesWord(letter + 1)) {
        this.position++
        if (this.length > 1) this.end = this.position
        return
      }
      this.position += 1 + this.pushCharacter(letter)
      this.end = this.position
    }
  }

  private isStop(position: number): boolean {
    const entry = entries[this.text.charCodeAt(position)]
    return entry !== undefined && classOf(entry) === OTHER && foldOf(entry) === FULL_STOP
  }

  private isInitial(position: number): boolean {
    const entry = entries[this.text.charCodeAt(position)]
    return entry !== undefined && classOf(entry) === WORD && (entry & DIGIT_BIT) === 0
  }

  private continuesWord(position: number): boolean {
    if (position >= this.text.length) return false
    const characterClass = this.classAt(position)
    return characterClass === WORD || characterClass === MARK || characterClass === IGNORED
  }
}

const ruleAt = (text: string, position: number) =>
  ruleOf(String.fromCodePoint(text.codePointAt(position) as number))

/** The half-width sound marks of kana are compatibility forms of the combining ones. */
const foldOfMark = (unit: number): number => (unit === 0xff9e ? 0x3099 : unit === 0xff9f ? 0x309a : unit)
