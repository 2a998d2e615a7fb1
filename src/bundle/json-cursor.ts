const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
/** From here on a byte is a part of a letter of two to four bytes. */
const BEYOND_ASCII = 0x80
/** The first byte of a letter of several bytes is no less than this, that of one of four bytes no less than the other. */
const LEADS = 0xc0
const LEADS_FOUR = 0xf0

/** A text that a line of JSON may have, as the bytes that stand for it there: ASCII alone. */
export type Written = Uint8Array

/** ASCII as bytes. */
export const written = (text: string): Written => new TextEncoder().encode(text)

/**
 * A place in UTF-8 bytes of JSON that were decoded, so that they are known to be well-formed. It moves on over what it is
 * asked for where that stands there, and says so; it knows only the shortest way to write JSON, without spaces. Whoever
 * asks gives up at the first "no". It goes by bytes because a call of the browser for each key takes longer than to
 * compare the key (docs/adr/0009); the values of strings are cut out of the decoded text.
 */
export class JsonCursor {
  at = 0
  private bytes: Uint8Array = new Uint8Array(0)
  private text = ''
  /** How many bytes what stands before has more than UTF-16 units: where a byte is in the text. */
  private shift = 0

  /** Begins at a byte; `unit` is where it is in the decoded text. */
  begin(bytes: Uint8Array, at: number, text: string, unit: number): void {
    this.bytes = bytes
    this.at = at
    this.text = text
    this.shift = at - unit
  }

  /** Moves over a text that stands here. */
  takes(text: Written): boolean {
    const { bytes, at } = this
    for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false
    this.at = at + text.length
    return true
  }

  /** Moves over one character of ASCII. */
  takesUnit(unit: number): boolean {
    if (this.bytes[this.at] !== unit) return false
    this.at += 1
    return true
  }

  /** Moves over a string and gives its value; undefined where there is none, or none that is well-formed. */
  string(): string | undefined {
    const start = this.at + 1 - this.shift
    const end = this.pastPlain()
    return end === ESCAPED ? this.escapedString() : end < 0 ? undefined : this.text.slice(start, end)
  }

  /** Moves over a string and gives how many UTF-16 units its value has; -1 where there is none that is well-formed. */
  stringLength(): number {
    const start = this.at + 1 - this.shift
    const end = this.pastPlain()
    return end === ESCAPED ? (this.escapedString()?.length ?? -1) : end < 0 ? -1 : end - start
  }

  /** Moves over a string that has no escape. Gives where in the text its last quote is; else it stands where it stood. */
  private pastPlain(): number {
    const { bytes, at } = this
    if (bytes[at] !== QUOTE) return NO_STRING
    let [end, shift] = [at + 1, this.shift]
    for (let byte = bytes[end]; byte !== QUOTE; byte = bytes[++end]) {
      if (byte === undefined || byte < SPACE) return NO_STRING
      if (byte === BACKSLASH) return ESCAPED
      if (byte >= BEYOND_ASCII) shift += shiftOf(byte)
    }
    this.at = end + 1
    this.shift = shift
    return end - shift
  }

  private escapedString(): string | undefined {
    const { bytes, at } = this
    const start = at - this.shift
    let [end, shift] = [at + 1, this.shift]
    for (let byte = bytes[end]; byte !== QUOTE; byte = bytes[++end]) {
      if (byte === undefined) return undefined
      if (byte === BACKSLASH) byte = bytes[++end]
      if (byte !== undefined && byte >= BEYOND_ASCII) shift += shiftOf(byte)
    }
    this.at = end + 1
    this.shift = shift
    return unescaped(this.text.slice(start, end + 1 - shift))
  }
}

/** What `pastPlain` gives where there is no string, and where it has an escape. */
const NO_STRING = -1
const ESCAPED = -2

/** Bytes less units: a letter of two bytes is one unit, of three one, of four two. */
const shiftOf = (byte: number): number => (byte < LEADS ? 1 : byte < LEADS_FOUR ? 0 : -1)

function unescaped(quoted: string): string | undefined {
  try {
    const value = JSON.parse(quoted) as string
    return value.isWellFormed() ? value : undefined
  } catch {
    return undefined
  }
}
