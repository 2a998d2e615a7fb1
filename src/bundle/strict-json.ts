import { fail, ok, type Result } from '../model/result.ts'
import { MAX_JSON_DEPTH } from './limits.ts'

/** Any value of strict JSON. Objects have no prototype; numbers are integers that a double holds exactly. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Why bytes are not the strict JSON that a bundle is made of; each would let two readers see two things. */
export type JsonErrorCode =
  | 'not-utf8'
  | 'byte-order-mark'
  | 'malformed'
  | 'trailing'
  | 'too-deep'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'lone-surrogate'
  | 'not-integer'

/** `offset`: UTF-16 units into the text; 0 where the bytes are no text. */
export interface JsonError {
  readonly code: JsonErrorCode
  readonly offset: number
}

/** Reads bytes as strict JSON: RFC 8259 without everything that parsers are known to disagree about. */
export function parseStrictJson(bytes: Uint8Array): Result<Json, JsonError> {
  const text = decodeText(bytes)
  return text === undefined ? fail({ code: 'not-utf8', offset: 0 }) : parseStrictText(text)
}

/** One for all: it keeps nothing from one text to the next. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of UTF-8 bytes, a byte order mark included; undefined where they are none. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** The same for text that was decoded before (from UTF-8, so that only an escape can make a lone surrogate). */
export function parseStrictText(text: string): Result<Json, JsonError> {
  if (text.charCodeAt(0) === 0xfe_ff) return fail({ code: 'byte-order-mark', offset: 0 })
  try {
    return ok(new Parser(text).document())
  } catch (error) {
    if (error instanceof Refusal) return fail({ code: error.code, offset: error.offset })
    throw error
  }
}

/** Thrown inside the parser only: a deep recursion is left at once. */
class Refusal extends Error {
  readonly code: JsonErrorCode
  readonly offset: number
  constructor(code: JsonErrorCode, offset: number) {
    super(code)
    this.code = code
    this.offset = offset
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const SPACE = 0x20
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const INTEGER = /^-?(?:0|[1-9][0-9]*)$/
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const
/** Keys that reach into prototypes where an object is later copied by assignment. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const isWhitespace = (code: number): boolean =>
  code === SPACE || code === 0x0a || code === 0x0d || code === 0x09

class Parser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Json {
    const value = this.#value(0)
    this.#skipSpace()
    if (this.#at < this.#text.length) this.#refuse('trailing')
    return value
  }

  #value(depth: number): Json {
    if (depth > MAX_JSON_DEPTH) this.#refuse('too-deep')
    this.#skipSpace()
    const code = this.#text.charCodeAt(this.#at)
    if (code === QUOTE) return this.#string()
    if (code === OPEN_OBJECT) return this.#object(depth)
    if (code === OPEN_LIST) return this.#list(depth)
    return this.#literalOrNumber()
  }

  #object(depth: number): Json {
    const object = Object.create(null) as { [key: string]: Json }
    this.#at += 1
    if (this.#takes(CLOSE_OBJECT)) return object
    do {
      const key = this.#key(object)
      if (!this.#takes(COLON)) this.#refuse('malformed')
      object[key] = this.#value(depth + 1)
    } while (this.#takes(COMMA))
    if (!this.#takes(CLOSE_OBJECT)) this.#refuse('malformed')
    return object
  }

  #key(object: object): string {
    this.#skipSpace()
    if (this.#text.charCodeAt(this.#at) !== QUOTE) this.#refuse('malformed')
    const start = this.#at
    const key = this.#string()
    if (FORBIDDEN_KEYS.has(key)) throw new Refusal('forbidden-key', start)
    if (key in object) throw new Refusal('duplicate-key', start)
    return key
  }

  #list(depth: number): Json {
    const list: Json[] = []
    this.#at += 1
    if (this.#takes(CLOSE_LIST)) return list
    do list.push(this.#value(depth + 1))
    while (this.#takes(COMMA))
    if (!this.#takes(CLOSE_LIST)) this.#refuse('malformed')
    return list
  }

  #string(): string {
    const start = this.#at
    let escaped = false
    for (let at = start + 1; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at)
      if (code === QUOTE) return this.#closeString(start, at, escaped)
      if (code < SPACE) break
      if (code === BACKSLASH) {
        escaped = true
        at += 1
      }
    }
    return this.#refuse('malformed')
  }

  #closeString(start: number, end: number, escaped: boolean): string {
    this.#at = end + 1
    if (!escaped) return this.#text.slice(start + 1, end)
    const value = unescaped(this.#text.slice(start, end + 1))
    if (value === undefined) throw new Refusal('malformed', start)
    if (!value.isWellFormed()) throw new Refusal('lone-surrogate', start)
    return value
  }

  #literalOrNumber(): Json {
    for (const [word, value] of LITERALS) {
      if (!this.#text.startsWith(word, this.#at)) continue
      this.#at += word.length
      return value
    }
    return this.#number()
  }

  #number(): number {
    NUMBER.lastIndex = this.#at
    const written = NUMBER.exec(this.#text)?.[0]
    if (written === undefined) return this.#refuse('malformed')
    const value = Number(written)
    // "-0" and "1e2" are integers to some readers only: canonical JSON writes neither.
    if (!INTEGER.test(written) || !Number.isSafeInteger(value) || written === '-0')
      this.#refuse('not-integer')
    this.#at += written.length
    return value
  }

  #takes(code: number): boolean {
    this.#skipSpace()
    if (this.#text.charCodeAt(this.#at) !== code) return false
    this.#at += 1
    return true
  }

  #skipSpace(): void {
    while (isWhitespace(this.#text.charCodeAt(this.#at))) this.#at += 1
  }

  #refuse(code: JsonErrorCode): never {
    throw new Refusal(code, this.#at)
  }
}

/** The value of a quoted string with escapes; undefined where an escape is none of JSON's. */
function unescaped(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}
