/** A sentence: UTF-16 offsets into the text, end exclusive, white space at both ends left out. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

/** A blank line, or a stop with the quotes and brackets that close after it. */
const END = /\n[^\S\n]*\n\s*|[.!?…؟۔]+["'”’»)\]]*(?=\s|$)|[。！？｡]+["'”’」』）》]*/gu

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
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    if (/^[.!?…]/u.test(match[0]) && !endsAt(text, match.index, end)) continue
    add(sentences, text, start, end)
    start = end
  }
  add(sentences, text, start, text.length)
  return sentences
}

function add(sentences: Sentence[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to)
  const trimmed = piece.trim()
  if (trimmed === '') return
  const start = from + piece.length - piece.trimStart().length
  sentences.push({ start, end: start + trimmed.length })
}

/** Whether the stop at `stop` ends a sentence; what follows it begins at `after`. */
function endsAt(text: string, stop: number, after: number): boolean {
  const next = nextWord(text, after)
  if (next === '') return true
  if (/^\p{Ll}/u.test(next)) return false
  if (text.charAt(stop) !== '.') return true
  const word = wordBefore(text, stop)
  const lower = word.toLowerCase()
  if (TITLES.has(lower)) return false
  const doubtful = isInitials(word) || ABBREVIATIONS.has(lower)
  return !doubtful || opens(next, text.charAt(text.indexOf(next, after) + next.length))
}

/** A single letter with a stop after it is an initial, though it may read like a preposition (В. В. Путин). */
const opens = (word: string, following: string): boolean =>
  OPENERS.has(word.toLowerCase()) && !(word.length === 1 && following === '.')

/** "W", "J.K", "U.N": a stop after them mostly belongs to them. */
const isInitials = (word: string): boolean => /^(?:\p{L}\.)*\p{L}$/u.test(word)

// Words are looked for in a bounded stretch, so that a text without spaces costs no more than any other.
const LONGEST_WORD = 24

function wordBefore(text: string, stop: number): string {
  const before = text.slice(Math.max(0, stop - LONGEST_WORD), stop)
  return /[\p{L}\p{M}\p{N}.]*$/u.exec(before)?.[0] ?? ''
}

function nextWord(text: string, after: number): string {
  const rest = text.slice(after, after + LONGEST_WORD)
  return /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u.exec(rest)?.[0] ?? ''
}
