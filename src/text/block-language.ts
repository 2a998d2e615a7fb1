import { isCapitalAt, isWordAt, kindAt, LETTER, NUMBER } from './letters.ts'

/** The small words by which a text tells its language. Portuguese, Italian and Dutch are there so that they are not taken for a neighbour. */
const SMALL_WORDS = {
  en: 'the of and to in a is was for that with on as by at from it its has have been were be are said will this which who not but their they he an or would after',
  fr: 'le la les de des du et en un une est que qui dans pour sur par avec au aux ce cette son ses sa leur été ont il elle ne pas plus se mais où selon',
  es: 'el la los las de del y en un una es que por para con su sus se al lo como más pero fue ha han este esta no según sobre entre',
  de: 'der die das und in den dem des von zu mit ist ein eine einer einem einen im für auf nicht sich auch als an es hat bei nach wird wurde am aus dass zum zur er sie vom',
  pt: 'o a os as de do da dos das e em um uma que por para com não ao à na no nas nos se foi são mais mas ou seu sua pelo pela',
  it: 'il lo la gli le di del della dei delle e in un una che per con non si al alla da dal è sono ha hanno più ma anche nel nella',
  nl: 'de het een en van in is op te dat die voor met zijn niet aan er om ook als bij naar door uit over hij ze maar wordt werd heeft',
} as const

type SmallWordLanguage = keyof typeof SMALL_WORDS
const LATIN = Object.keys(SMALL_WORDS) as SmallWordLanguage[]

/** By word the languages that have it, a bit each in the order of `LATIN`. */
const LANGUAGES_OF: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>()
  LATIN.forEach((language, at) => {
    for (const word of SMALL_WORDS[language].split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << at))
  })
  return bits
})()

/** Longer words are not looked up. */
const LONGEST = 6

/** Up to six small letters fit a number, five bits each, so that most words are looked up without being copied. */
const UNIT_BITS = 5
/** Of words with other letters, with digits or with capitals behind the first. */
const UNPACKED = -1
const FIRST_SMALL = 0x61
const LAST_SMALL = 0x7a
const CASE_BIT = 0x20

/** A letter from 1 on; the first of a word may be a capital. */
function packedUnit(unit: number, isFirst: boolean): number {
  const small = isFirst ? unit | CASE_BIT : unit
  return small >= FIRST_SMALL && small <= LAST_SMALL ? small - FIRST_SMALL + 1 : UNPACKED
}

const PACKED: ReadonlyMap<number, number> = new Map(
  [...LANGUAGES_OF].flatMap(([word, languages]) => {
    const packed = packedWord(word, 0, word.length)
    return packed < 0 ? [] : [[packed, languages] as const]
  }),
)

/** Once unpacked, a word stays so: its number is negative. */
function packedWord(text: string, start: number, end: number): number {
  let packed = 0
  for (let at = start; at < end; at += 1)
    packed = (packed << UNIT_BITS) | packedUnit(text.charCodeAt(at), at === start)
  return packed
}
/** So many small words more than any other language has, and a language is taken for sure: two may be a name's or a title's. */
const LEAD = 3
/** So many units are read at most; a language shows within a sentence or two. */
const MOST_READ = 600
/** A text with fewer letters of a script is not told by it. */
const FEWEST_LETTERS = 8

/**
 * The language that a block of text is written in, by its script and its small words, among those whose grammar
 * linking knows; undefined where it is another, or the text too short or too mixed to tell.
 */
export function languageOfText(text: string): string | undefined {
  const script = scriptOf(text)
  if (script === 'latin') return latinLanguage(text)
  return script
}

function scriptOf(text: string): 'latin' | 'ru' | 'zh' | undefined {
  let latin = 0
  let cyrillic = 0
  let han = 0
  for (let at = 0; at < Math.min(text.length, MOST_READ); at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x41) continue
    if (unit < 0x250) latin += kindAt(text, at) & LETTER ? 1 : 0
    else if (unit >= 0x400 && unit < 0x530) {
      if (OTHER_CYRILLIC.has(unit)) return undefined
      cyrillic += 1
    } else if (unit >= 0x3040 && unit < 0x3100) return undefined
    else if (unit >= 0x4e00 && unit < 0xa000) han += 1
    if (latin > MOST_LATIN && cyrillic + han === 0) return 'latin'
  }
  if (han >= FEWEST_LETTERS && han > cyrillic && han * HAN_WEIGHT > latin) return 'zh'
  if (cyrillic >= FEWEST_LETTERS && cyrillic > latin) return 'ru'
  return latin > han && latin > cyrillic ? 'latin' : undefined
}

/** Letters of Ukrainian, Belarusian, Serbian and Macedonian that Russian does not have. */
const OTHER_CYRILLIC: ReadonlySet<number> = new Set(
  Array.from('іїєґўђјљњћџѓѕќІЇЄҐЎЂЈЉЊЋЏЃЅЌ', (each) => each.charCodeAt(0)),
)
/** After so many Latin letters and no other the script is clear. */
const MOST_LATIN = 20
/** A Chinese sign is a word or half of one; a Latin name among them has many letters. */
const HAN_WEIGHT = 2

function latinLanguage(text: string): string | undefined {
  const counts = new Uint16Array(LATIN.length)
  const to = Math.min(text.length, MOST_READ)
  for (let at = 0; at < to; at += 1) {
    if (!isWordAt(text, at)) continue
    const start = at
    while (at < to && kindAt(text, at) & (LETTER | NUMBER)) at += 1
    if (at - start > LONGEST) continue
    const packed = packedWord(text, start, at)
    const languages = packed < 0 ? languagesOf(text.slice(start, at)) : (PACKED.get(packed) ?? 0)
    if (languages === 0) continue
    for (let bit = 0; bit < counts.length; bit += 1)
      if (languages & (1 << bit)) counts[bit] = (counts[bit] ?? 0) + 1
    const found = leader(counts)
    if (found !== undefined) return KNOWN.has(found) ? found : undefined
  }
  return undefined
}

const languagesOf = (word: string): number =>
  LANGUAGES_OF.get(isCapitalAt(word, 0) ? word.toLowerCase() : word) ?? 0

const KNOWN: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'de'])

/** The language that leads all others. */
function leader(counts: Uint16Array): string | undefined {
  let best = 0
  for (let bit = 1; bit < counts.length; bit += 1) if ((counts[bit] ?? 0) > (counts[best] ?? 0)) best = bit
  const most = counts[best] ?? 0
  if (most < LEAD) return undefined
  for (let bit = 0; bit < counts.length; bit += 1)
    if (bit !== best && (counts[bit] ?? 0) > most - LEAD) return undefined
  return LATIN[best]
}
