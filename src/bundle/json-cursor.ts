const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * What no plain line has: control characters. JSON has none below U+0020; those from U+007F on are left to the full gate.
 * Chromium finds this class nine times as fast as one that leaves the others out (docs/adr/0009).
 */
const CONTROL = /\p{Cc}/u

/**
 * A place in a line of JSON. It moves on over what it is asked for where that stands there, and says so; it knows only
 * the shortest way to write JSON, without spaces. Whoever asks gives up at the first "no".
 */
export class JsonCursor {
  at = 0
  private text = ''
  /** Where the next escape stands, so that strings before it need not be searched for one. */
  private escape = -1

  /** Begins with another line; false where it has characters that no JSON has. */
  begin(text: string): boolean {
    this.text = text
    this.at = 0
    this.escape = text.indexOf('\\')
    return !CONTROL.test(text)
  }

  get isAtEnd(): boolean {
    return this.at === this.text.length
  }

  /** Moves over a text that stands here. */
  takes(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  /** Moves over one character by its UTF-16 unit. */
  takesUnit(unit: number): boolean {
    if (this.text.charCodeAt(this.at) !== unit) return false
    this.at += 1
    return true
  }

  /** Moves over a string and gives its value; undefined where there is none, or none that is well-formed. */
  string(): string | undefined {
    const { text, at } = this
    if (text.charCodeAt(at) !== QUOTE) return undefined
    const end = text.indexOf('"', at + 1)
    if (end < 0) return undefined
    if (this.escape >= 0 && this.escape < end) return this.escapedString()
    this.at = end + 1
    return text.slice(at + 1, end)
  }

  /** Moves over a string and gives how many UTF-16 units its value has; -1 where there is none that is well-formed. */
  stringLength(): number {
    const { text, at } = this
    if (text.charCodeAt(at) !== QUOTE) return -1
    const end = text.indexOf('"', at + 1)
    if (end < 0) return -1
    if (this.escape >= 0 && this.escape < end) return this.escapedString()?.length ?? -1
    this.at = end + 1
    return end - at - 1
  }

  private escapedString(): string | undefined {
    const { text, at } = this
    let end = at + 1
    for (let unit = text.charCodeAt(end); unit !== QUOTE; unit = text.charCodeAt(++end)) {
      if (Number.isNaN(unit)) return undefined
      if (unit === BACKSLASH) end += 1
    }
    this.at = end + 1
    if (this.escape < end) this.escape = text.indexOf('\\', end)
    return unescaped(text.slice(at, end + 1))
  }
}

function unescaped(quoted: string): string | undefined {
  try {
    const value = JSON.parse(quoted) as string
    return value.isWellFormed() ? value : undefined
  } catch {
    return undefined
  }
}
