import { ENTRIES, EXPANSIONS, entryAt } from './character-table.ts'
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
  UPPER_BIT,
  WORD,
} from './characters.ts'

const FULL_STOP = 0x2e
const LAST_ASCII = 0x7f

/**
 * Only so many units of a word are kept: no name has longer words, and a page that is one endless word
 * shall not fill the memory. Words that agree so far count as equal.
 */
export const MAX_TOKEN_UNITS = 4096

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
  /** Line breaks before the token, a paragraph break counting two. No name goes across two. */
  breaks = 0
  /** How many folded units it has. */
  length = 0
  /** The folded units; those from `length` on are stale. */
  units = new Uint16Array(64)
  /** 1 for each folded unit that was upper case. */
  uppers = new Uint8Array(64)
  /** Where reading goes on: at `end`, or past the stop of an initial. */
  position = 0
  private text = ''

  constructor(text = '', position = 0) {
    this.reset(text, position)
  }

  /** Begins anew: in another text or at another place, which must not lie inside a token. */
  reset(text: string, position: number): void {
    this.text = text
    this.position = position
  }

  /** Reads the next token; false at the end of the text. */
  next(): boolean {
    this.skipGap()
    if (this.position >= this.text.length) return false
    const entry = entryAt(this.text, this.position)
    this.start = this.position
    this.length = 0
    this.kind = tokenClassOf(entry)
    if (this.kind === WORD) this.readWord()
    else this.readSingle(entry)
    return true
  }

  /** The folded token. */
  key(): string {
    const { text, start, end, units, length, kind } = this
    if (kind !== WORD || end - start !== length) return String.fromCharCode(...units.subarray(0, length))
    for (let at = 0; at < length; at += 1)
      if (text.charCodeAt(start + at) > LAST_ASCII) return String.fromCharCode(...units.subarray(0, length))
    // Plain letters fold to small ones.
    return text.slice(start, end).toLowerCase()
  }

  private skipGap(): void {
    const { text } = this
    this.breaks = 0
    while (this.position < text.length) {
      const characterClass = classOf(entryAt(text, this.position))
      if (characterClass === PARAGRAPH_BREAK) this.breaks = 2
      else if (characterClass === LINE_BREAK) this.breaks += isSecondHalf(text, this.position) ? 0 : 1
      else if (characterClass !== SEPARATOR && characterClass !== IGNORED && characterClass !== MARK) return
      this.position += isPair(text, this.position) ? 2 : 1
    }
  }

  private readSingle(entry: number): void {
    const { text } = this
    const fold = foldOf(entry)
    this.end = this.start + (fold > 0xffff || isPair(text, this.start) ? 2 : 1)
    this.pushCodePoint(fold, 0)
    while (this.end < text.length && classOf(ENTRIES[text.charCodeAt(this.end)] as number) === MARK)
      this.compose(text.charCodeAt(this.end++))
    this.position = this.end
  }

  private readWord(): void {
    const { text } = this
    let position = this.start
    let isBroken = false
    while (position < text.length) {
      const entry = entryAt(text, position)
      const characterClass = tokenClassOf(entry)
      if (characterClass === WORD) this.pushEntry(entry)
      else if (characterClass === MARK) this.compose(text.charCodeAt(position))
      else if (characterClass === IGNORED) isBroken = true
      else break
      position += isPair(text, position) ? 2 : 1
      if (characterClass !== IGNORED) this.end = position
    }
    this.position = position
    // A letter with a soft hyphen or the like behind it is no initial.
    if (this.length === 1 && !isBroken) this.readInitials()
  }

  private pushEntry(entry: number): void {
    const upper = (entry & UPPER_BIT) === 0 ? 0 : 1
    const characterClass = classOf(entry)
    if (characterClass === WORD) this.pushCodePoint(foldOf(entry), upper)
    else if (characterClass === JAMO) this.composeOrPush(foldOf(entry))
    else
      for (const character of EXPANSIONS[foldOf(entry)] as string) this.push(character.charCodeAt(0), upper)
  }

  private pushCodePoint(codePoint: number, upper: number): void {
    if (codePoint < 0x10000) this.push(codePoint, upper)
    else for (const unit of unitsOf(codePoint)) this.push(unit, upper)
  }

  private push(unit: number, upper: number): void {
    if (this.length === this.units.length) this.grow()
    if (this.length === MAX_TOKEN_UNITS) return
    this.units[this.length] = unit
    this.uppers[this.length++] = upper
  }

  private grow(): void {
    const { units, uppers } = this
    if (units.length === MAX_TOKEN_UNITS) return
    this.units = new Uint16Array(units.length * 2)
    this.uppers = new Uint8Array(units.length * 2)
    this.units.set(units)
    this.uppers.set(uppers)
  }

  /** A mark changes the letter before it only in Cyrillic (й) and kana (が); elsewhere it vanishes. */
  private compose(unit: number): void {
    const last = this.units[this.length - 1] as number
    if (last < 0x0400 || (last > 0x052f && last < 0x3040) || last > 0x30ff) return
    const composed = String.fromCharCode(last, combiningForm(unit)).normalize('NFC')
    if (composed.length === 1) this.units[this.length - 1] = foldOf(ENTRIES[composed.charCodeAt(0)] as number)
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
    if (!isInitial(ENTRIES[this.units[0] as number] as number)) return
    while (this.isStop(this.position)) {
      const letter = this.position + 1
      const after = this.endOfInitial(letter)
      this.position++
      if (after < 0) {
        if (this.length > 1) this.end = this.position
        return
      }
      this.readLetter(letter, after)
    }
  }

  private readLetter(start: number, end: number): void {
    this.pushEntry(entryAt(this.text, start))
    for (let mark = start + (isPair(this.text, start) ? 2 : 1); mark < end; mark++)
      this.compose(this.text.charCodeAt(mark))
    this.position = end
    this.end = end
  }

  private isStop(position: number): boolean {
    return (
      position < this.text.length && foldOf(ENTRIES[this.text.charCodeAt(position)] as number) === FULL_STOP
    )
  }

  /** Where a letter that stands alone ends, its diacritics included; -1 if there is none. */
  private endOfInitial(position: number): number {
    const { text } = this
    if (position >= text.length || !isInitial(entryAt(text, position))) return -1
    let end = position + (isPair(text, position) ? 2 : 1)
    while (end < text.length && classOf(ENTRIES[text.charCodeAt(end)] as number) === MARK) end++
    if (end === text.length) return end
    const next = tokenClassOf(entryAt(text, end))
    return next === WORD || next === IGNORED ? -1 : end
  }
}

/** Whether a letter may be an initial. Syllables of Hangul are words; in their parts they could not be told from letters. */
function isInitial(entry: number): boolean {
  const fold = foldOf(entry)
  const isHangul = fold >= 0xac00 && fold <= 0xd7a3
  return classOf(entry) === WORD && (entry & DIGIT_BIT) === 0 && !isHangul && fold < 0x10000
}

const unitsOf = (codePoint: number): [number, number] => [
  0xd7c0 + (codePoint >>> 10),
  0xdc00 + (codePoint & 0x3ff),
]

/** The class of an entry as far as tokens are concerned. */
function tokenClassOf(entry: number): number {
  const characterClass = classOf(entry)
  return characterClass === EXPANDING || characterClass === JAMO ? WORD : characterClass
}

/** Whether the line break at a position is the second half of CR LF, which is one. */
export const isSecondHalf = (text: string, position: number): boolean =>
  text.charCodeAt(position) === 0x0a && position > 0 && text.charCodeAt(position - 1) === 0x0d

/** Whether a character beyond U+FFFF begins at a position. */
const isPair = (text: string, position: number): boolean => (text.codePointAt(position) as number) > 0xffff

/** The half-width sound marks of kana are compatibility forms of the combining ones. */
const combiningForm = (unit: number): number => (unit === 0xff9e ? 0x3099 : unit === 0xff9f ? 0x309a : unit)
