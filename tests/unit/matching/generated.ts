import type { IndexedName } from '../../../src/matching/types.ts'
import { named } from './names.ts'

/** Numbers that look random and are the same every time. */
export type Random = (limit: number) => number

export function randomFrom(seed: number): Random {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T

/** Words of many scripts, awkward ones among them. */
const WORDS = (
  'the of United Nations Shanghai Cooperation Organisation internationalisation Norov norov NOROV Pérez Straße Łódź œuvre ﬁnance ' +
  'don’t n t Don O’Neil U.N. J. A.B US x² ＷＨＯ 𝐔𝐍 İstanbul Ⅳ 2009 G20 AT&T snake_case Международный организация Й Королёв СССР ' +
  'Αθήνα ΟΡΓΑΝΙΣΜΟΣ οργανισμός محمد الأمم مُحَمَّد المتحدة שלום שָׁלוֹם האו״ם 上海 合作组织 联合国 東京 トヨタ かが ｶﾞ 한국 유엔 ไทย हिन्दी 😀 𠀀 & , ( )'
).split(' ')
const GAPS = [' ', ' ', ' ', ' ', ' ', '-', '‑', '–', '\u00a0', '  ', '', '\n']

/** A name of one to five words. */
function nameText(random: Random): string {
  let text = pick(random, WORDS)
  for (let more = random(5); more > 0; more--) text += pick(random, GAPS) + coined(random)
  return text
}

/** Mostly words of the list; now and then a new one, so that many names are many different names. */
const coined = (random: Random): string =>
  random(3) > 0
    ? pick(random, WORDS)
    : pick(random, ['Ba', 'Ко', 'el', 'Zu', '华']) +
      pick(random, ['rin', 'лов', 'ten', '山', 'ka']) +
      random(40)

/** Names of all rules and kinds. */
export const generatedNames = (random: Random, count: number): IndexedName[] =>
  Array.from({ length: count }, () =>
    named(nameText(random), {
      lang: pick(random, ['en', 'ru', 'zh']),
      kind: pick(random, ['full', 'acronym', 'surname', 'short']),
      caseRule: random(4) === 0 ? 'exact' : 'folded',
      ambiguous: random(5) === 0,
    }),
  )

/** What a page may make of a name; most still fit it. */
const VARIANTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/ /g, '-'),
  (text) => text.replace(/-/g, '—'),
  (text) => text.replace(/’/g, "'"),
  (text) => text.replace(/(\p{L})(\p{L})/u, '$1\u00ad$2'),
  (text) => text.replace(/(\p{L})(\p{L})/gu, '$1\u200b$2'),
  (text) => text.replace(/ /, '\n'),
  (text) => text.replace(/ /, '\r\n\r\n'),
  (text) => `${text}’s`,
  (text) => `${text}’`,
  (text) => `${text}x`,
  (text) => text.slice(0, -1),
  (text) => text.replace(/\./g, ''),
]

/** Text of names in variants, words and punctuation. */
export function generatedText(random: Random, names: readonly IndexedName[]): string {
  let text = ''
  for (let parts = 1 + random(8); parts > 0; parts--) {
    text += random(2) === 0 ? pick(random, VARIANTS)(pick(random, names).text) : nameText(random)
    text += pick(random, [' ', ' ', ', ', '. ', ' – ', '\n\n', '\u2029', '', '”', ' (', '\u00ad'])
  }
  // Now and then longer than the chunks that the engine reads.
  return random(200) === 0 ? text.repeat(1 + random(150)) : text
}
