import { afterSpace, beforeSpace, isWordAt, JOINER, kindAt, LETTER, NUMBER, SMALL, STOP } from './letters.ts'

/** A sentence: UTF-16 offsets into the text, end exclusive, white space at both ends left out. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

/** A blank line, or a stop with the quotes and brackets that close after it. */
const END = /\n[^\S\n]*\n\s*|[.!?…؟۔]+["'”’»)\]]*(?=\s|$)|[。！？｡]+["'”’」』）》]*/uy

/** After these a stop ends no sentence, whatever follows; lower case, without the stop. */
const TITLES = new Set(
  (
    'mr mrs ms messrs dr prof gen lt col maj capt cmdr adm sgt sen rep gov pres hon rev fr st mt ft amb vs art arts ' +
    'no nos vol pp fig sec para paras cf eg ie approx ca al m mm mme mlle sr sra им ст акад проф ген тов гг стр см пп'
  ).split(' '),
)
/** After these a stop ends a sentence only where the next word looks like the start of one. */
const ABBREVIATIONS = new Set(
  'inc ltd co corp jr bros etc dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec г др пр т п'.split(
    ' ',
  ),
)
/** After these a number with a stop is an ordinal: "am 26. Juni", "der 75. Jahrestag". */
const COUNTED = new Set(
  (
    'januar jänner februar märz april mai juni juli august september oktober november dezember jahrestag jahrhundert ' +
    'gipfel gipfeltreffen sitzung tagung runde geburtstag generalversammlung legislaturperiode mal bundestag'
  ).split(' '),
)
/** Words that open sentences and are no part of names: they tell "the U.N. The vote" from "the U.N. Charter". */
const OPENERS = new Set(
  (
    'the a an he she it they we i this that these those in on at by for from but and as after before when while if ' +
    'his her its their there however meanwhile он она оно они мы это в на по но и а'
  ).split(' '),
)

/**
 * The sentences of a text, in order. Titles ("Mr."), initials ("W."), dotted acronyms ("U.N.") and decimal
 * points end none; a blank line and the stops of Chinese, Japanese, Arabic and Urdu do.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (!(kindAt(text, at) & STOP)) continue
    const end = endOf(text, at)
    if (end < 0) continue
    if (!MAY_BE_NONE.has(text.charAt(at)) || endsAt(text, at, end)) {
      add(sentences, text, start, end)
      start = end
    }
    at = end - 1
  }
  add(sentences, text, start, text.length)
  return sentences
}

/** Where the stop that begins at a place ends, with what closes after it; -1 if none begins there. */
function endOf(text: string, at: number): number {
  END.lastIndex = at
  return END.test(text) ? END.lastIndex : -1
}

/** After these the next word decides. */
const MAY_BE_NONE: ReadonlySet<string> = new Set('.!?…')

function add(sentences: Sentence[], text: string, from: number, to: number): void {
  const start = afterSpace(text, from)
  if (start < to) sentences.push({ start, end: beforeSpace(text, to) })
}

/** Whether the stop at `stop` ends a sentence; what follows it begins at `after`. */
function endsAt(text: string, stop: number, after: number): boolean {
  const next = nextWordStart(text, after)
  if (next < 0) return true
  if (kindAt(text, next) & SMALL) return false
  if (text.charAt(stop) !== '.') return true
  const word = wordBefore(text, stop)
  const lower = word.toLowerCase()
  if (TITLES.has(lower) || (/^\d{1,2}$/u.test(word) && COUNTED.has(wordAt(text, next)))) return false
  const doubtful = isInitials(word) || ABBREVIATIONS.has(lower)
  return !doubtful || opens(text, next, after + LONGEST_WORD)
}

function wordAt(text: string, start: number): string {
  let end = start
  while (end < start + LONGEST_WORD && kindAt(text, end) & LETTER) end += 1
  return text.slice(start, end).toLowerCase()
}

/** A single letter with a stop after it is an initial, though it may read like a preposition (В. В. Путин). */
function opens(text: string, start: number, limit: number): boolean {
  let end = start + 1
  while (end < limit && kindAt(text, end) & (LETTER | NUMBER | JOINER) && !isBetweenWords(text, end)) end += 1
  const word = text.slice(start, end).toLowerCase()
  return OPENERS.has(word) && !(word.length === 1 && text.charAt(end) === '.')
}

/** Hyphens and apostrophes join words that may open a sentence to others. */
const isBetweenWords = (text: string, at: number): boolean => "’'‐‑-".includes(text.charAt(at))

/** "W", "J.K", "U.N": a stop after them mostly belongs to them. */
const isInitials = (word: string): boolean =>
  word.length < 2 || word.charAt(word.length - 2) === '.' ? /^(?:\p{L}\.)*\p{L}$/u.test(word) : false

// Words are looked for in a bounded stretch, so that a text without spaces costs no more than any other.
const LONGEST_WORD = 24

function wordBefore(text: string, stop: number): string {
  let start = stop
  while (start > stop - LONGEST_WORD && isInWord(text, start - 1)) start -= 1
  return text.slice(start, stop)
}

const isInWord = (text: string, at: number): boolean =>
  (kindAt(text, at) & (LETTER | NUMBER | JOINER)) !== 0 ? !isBetweenWords(text, at) : text.charAt(at) === '.'

/** Where the next word begins; -1 where there is none near. */
function nextWordStart(text: string, after: number): number {
  for (let at = after; at < after + LONGEST_WORD && at < text.length; at += 1)
    if (isWordAt(text, at)) return at
  return -1
}
