import { ENTRIES, entryAt } from '../text/character-table.ts'
import { classOf, foldOf, IDEOGRAPH, IGNORED, SURROGATE, WORD } from '../text/characters.ts'
import { foldKey } from '../text/fold.ts'
import type { ContextWord } from './view.ts'
import { standsAt } from './word-at.ts'

/**
 * Where the words of a page stand, by a hash of each. A page is asked for some hundred context words, of which it
 * holds a few: to search its text for each of them, or to fold it first, would cost ten times as much.
 */
export class WordPlaces {
  private readonly texts: readonly string[]
  private hashes: Int32Array
  /** Where each word begins, counted through all texts. */
  private starts: Int32Array
  private count = 0
  private readonly textStarts: number[] = []
  /** One bit for the low bits of each hash: most words that are asked for are not on the page. */
  private readonly seen = new Uint8Array(1 << (FILTER_BITS - 3))

  constructor(texts: readonly string[]) {
    this.texts = texts
    const units = texts.reduce((sum, { length }) => sum + length, 0)
    this.hashes = new Int32Array((units >> 2) + 16)
    this.starts = new Int32Array(this.hashes.length)
    let start = 0
    for (const text of texts) {
      this.textStarts.push(start)
      this.read(text, start)
      start += text.length
    }
  }

  /** Whether a word or phrase stands on the page. */
  has(word: ContextWord): boolean {
    const hash = hashOfFirstWord(word.text)
    if (((this.seen[(hash & FILTER_MASK) >>> 3] as number) & (1 << (hash & 7))) === 0) return false
    const { hashes, count } = this
    for (let at = hashes.indexOf(hash); at >= 0 && at < count; at = hashes.indexOf(hash, at + 1))
      if (this.isAt(word, this.starts[at] as number)) return true
    return false
  }

  private read(text: string, shift: number): void {
    let hash = 0
    let start = -1
    let isOdd = false
    for (let at = 0; at <= text.length; at += 1) {
      const entry = at < text.length ? (ENTRIES[text.charCodeAt(at)] as number) : 0
      const kind = classOf(entry)
      if (kind === IGNORED && start >= 0) continue
      if (kind === WORD) {
        if (start < 0) start = at
        hash = withUnit(hash, foldOf(entry))
        continue
      }
      if (isInWord(kind) && (kind !== SURROGATE || classOf(entryAt(text, at)) === WORD)) {
        if (start < 0) start = at
        isOdd = true
        continue
      }
      if (start >= 0) this.push(isOdd ? hashOfFirstWord(foldKey(text.slice(start, at))) : hash, start + shift)
      if (kind === IDEOGRAPH) this.push(withUnit(0, foldOf(entry)), at + shift)
      hash = 0
      start = -1
      isOdd = false
    }
  }

  private push(hash: number, start: number): void {
    if (this.count === this.hashes.length) this.grow()
    this.hashes[this.count] = hash
    this.starts[this.count++] = start
    const byte = (hash & FILTER_MASK) >>> 3
    this.seen[byte] = (this.seen[byte] as number) | (1 << (hash & 7))
  }

  private grow(): void {
    const { hashes, starts } = this
    this.hashes = new Int32Array(hashes.length * 2)
    this.starts = new Int32Array(hashes.length * 2)
    this.hashes.set(hashes)
    this.starts.set(starts)
  }

  private isAt(word: ContextWord, place: number): boolean {
    const number = this.textAt(place)
    return standsAt(word, this.texts[number] ?? '', place - (this.textStarts[number] ?? 0))
  }

  private textAt(place: number): number {
    let low = 0
    let high = this.textStarts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.textStarts[middle] ?? 0) <= place) low = middle
      else high = middle
    }
    return low
  }
}

const FILTER_BITS = 16
const FILTER_MASK = (1 << FILTER_BITS) - 1

/** One step of FNV-1a, a unit at a time. */
const withUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

/** The hash under which a word or phrase is found: that of its first word, or of its first ideograph. */
function hashOfFirstWord(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) {
    const entry = ENTRIES[text.charCodeAt(at)] as number
    const kind = classOf(entry)
    if (kind === IDEOGRAPH && at === 0) return withUnit(0, foldOf(entry))
    if (kind !== WORD) break
    hash = withUnit(hash, foldOf(entry))
  }
  return hash
}

/** Marks, letters that fold to several, halves of characters: the word must be folded to be compared. */
const isInWord = (kind: number): boolean => kind > IGNORED
