import type { IndexedName } from '../../../src/matching/types.ts'
import type { AliasKind } from '../../../src/model/entity.ts'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import { type Random, randomFrom, zipf } from './random.ts'

/**
 * Names and texts made up from a seed: any number of them, the same on every machine, and in their
 * statistics (lengths, shared words, how often a word recurs) like those of a news page and its bundles.
 */

const FUNCTION_WORDS = (
  'the of to and in a that for on with as at by from its has was is said are be will which it have this not their an were ' +
  'they who been after more he also between new but or had other over would his into about under than all during'
).split(' ')
const ADJECTIVES = 'International National Regional Central Joint European Asian African Arab Nordic Federal Global United Permanent High'.split(' ')
const BODIES = (
  'Organisation Agency Council Commission Committee Institute Union Association Bank Fund Court Secretariat Ministry ' +
  'Department Office Centre Federation Alliance Conference Board Authority Foundation Forum Party Academy University'
).split(' ')
const PACTS = 'Agreement Treaty Convention Protocol Declaration Charter Memorandum Resolution Concept Strategy'.split(' ')
const ONSETS = 'b br c ch d dr f fr g gr h j k kr l m n p pr qu r s sh st t tr v w y z'.split(' ')
const VOWELS = 'a e i o u ai ea ia io ou'.split(' ')
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'k', 'st']

/** A made-up word of so many syllables. */
function wordOf(random: Random, syllables: number): string {
  let word = ''
  for (let index = 0; index < syllables; index++)
    word += random.pick(ONSETS) + random.pick(VOWELS) + (index === syllables - 1 ? random.pick(CODAS) : '')
  return word
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

function vocabulary(random: Random, size: number): string[] {
  const words = new Set<string>()
  while (words.size < size) words.add(wordOf(random, 1 + random.below(3)))
  return [...words]
}

const CYRILLIC = new Map([...'abcdefghijklmnoprstuvwyz'].map((letter, index) => [letter, 'абцдефгхийклмнопрстувшыз'.charAt(index)]))
const inCyrillic = (text: string): string =>
  [...text.toLowerCase()].map((letter) => CYRILLIC.get(letter) ?? letter).join('').replace(/(^|\s)\S/gu, (start) => start.toUpperCase())

/** The names of entities, about three an entity: full names, acronyms, surnames, short and translated names. */
export function latinNames(count: number, seed = 1): IndexedName[] {
  const random = randomFrom(seed)
  const words = vocabulary(random, 20_000)
  const common = zipf(words.length)
  const parts: NameParts = {
    random,
    topic: () => capitalised(words[common(random)] as string),
    given: listOf(random, 3_000, 2),
    surname: listOf(random, Math.max(2_000, Math.min(200_000, count >>> 2)), 3),
    place: listOf(random, 5_000, 2),
  }
  const names: IndexedName[] = []
  while (names.length < count) addEntity(names, parts)
  names.length = count
  return names
}

interface NameParts {
  readonly random: Random
  readonly topic: () => string
  readonly given: () => string
  readonly surname: () => string
  readonly place: () => string
}

/** Draws from a list of names, early ones more often. */
function listOf(random: Random, size: number, syllables: number): () => string {
  const list = Array.from({ length: size }, () => capitalised(wordOf(random, syllables)))
  const common = zipf(size)
  return () => list[common(random)] as string
}

function addEntity(names: IndexedName[], parts: NameParts): void {
  const kind = parts.random.below(10)
  const texts = kind < 5 ? personTexts(parts) : kind < 8 ? bodyTexts(parts) : pactTexts(parts)
  const [full] = texts[0] as [string, AliasKind]
  const entity: EntityRef = { bundle: 'benchmark' as BundleId, entity: slug(full) as EntityId }
  for (const [text, kindOfName] of texts)
    names.push({ text, lang: /[а-я]/u.test(text) ? 'ru' : 'en', kind: kindOfName, caseRule: kindOfName === 'acronym' ? 'exact' : 'folded', ambiguous: kindOfName === 'surname', entity })
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

function personTexts({ random, given, surname, place }: NameParts): [string, AliasKind][] {
  const first = given()
  const last = surname()
  const texts: [string, AliasKind][] = [[`${first} ${last}`, 'full']]
  if (random.below(3) === 0) texts.push([`${first} ${capitalised(wordOf(random, 1)).charAt(0)}. ${last}`, 'full'])
  if (random.below(3) === 0) texts.push([last, 'surname'])
  if (random.below(4) === 0) texts.push([`Mayor ${last} of ${place()}`, 'short'])
  if (random.below(3) === 0) texts.push([inCyrillic(`${first} ${last}`), 'translation'])
  return texts
}

function bodyTexts({ random, topic, place }: NameParts): [string, AliasKind][] {
  const words = [random.pick(ADJECTIVES), topic(), random.pick(BODIES), 'for', topic(), 'and', topic(), 'of', place()]
  const full = (random.below(2) === 0 ? words : words.slice(1, 5)).join(' ')
  const acronym = full.replace(/[^A-Z]/g, '') + place().slice(0, random.below(3)).toUpperCase()
  return [
    [full, 'full'],
    [acronym, 'acronym'],
    [words.slice(1, 4).join(' '), 'short'],
  ]
}

function pactTexts({ random, topic, place }: NameParts): [string, AliasKind][] {
  const year = 1945 + random.below(80)
  const pact = random.pick(PACTS)
  const where = place()
  return [
    [`${pact} on ${topic()} ${topic()} Co-operation`, 'full'],
    [`${year} ${where} ${pact}`, 'short'],
    [`${where} ${pact}`, 'short'],
  ]
}

const HAN_FIRST = 0x4e00
const HAN_CHARACTERS = 4_000

/** Chinese names of three to ten characters. */
export function hanNames(count: number, seed = 2): IndexedName[] {
  const random = randomFrom(seed)
  const common = zipf(HAN_CHARACTERS)
  const entity: EntityRef = { bundle: 'benchmark' as BundleId, entity: 'han' as EntityId }
  return Array.from({ length: count }, () => ({
    text: hanRun(random, common, 3 + random.below(8)),
    lang: 'zh',
    kind: 'full',
    caseRule: 'folded',
    ambiguous: false,
    entity,
  }))
}

function hanRun(random: Random, common: (random: Random) => number, length: number): string {
  let text = ''
  for (let index = 0; index < length; index++) text += String.fromCharCode(HAN_FIRST + common(random) * 5)
  return text
}

/** Chinese text with a name about every forty characters. */
export function hanText(names: readonly IndexedName[], length: number, seed = 3): string {
  const random = randomFrom(seed)
  const common = zipf(HAN_CHARACTERS)
  const parts: string[] = []
  for (let size = 0; size < length; ) {
    const name = random.below(3) === 0 ? (names[random.below(names.length)] as IndexedName).text : ''
    const part = hanRun(random, common, 6 + random.below(14)) + name + (random.below(4) === 0 ? '。' : '，')
    parts.push(part)
    size += part.length
  }
  return parts.join('').slice(0, length)
}

/**
 * English-like text with a name about every hundred characters, some in the possessive, and typographic
 * quotes and dashes as newspapers set them.
 */
export function latinText(names: readonly IndexedName[], length: number, seed = 4): string {
  const random = randomFrom(seed)
  // The seed of the names' vocabulary: the text speaks of the same topics, so that first words of names occur in it.
  const words = vocabulary(randomFrom(1), 20_000)
  const common = zipf(words.length)
  const often = zipf(FUNCTION_WORDS.length)
  const parts: string[] = []
  for (let size = 0; size < length; ) {
    const part = sentence(random, () =>
      random.below(100) < 45 ? (FUNCTION_WORDS[often(random)] as string) : (words[common(random)] as string), names)
    parts.push(part)
    size += part.length + 1
  }
  return parts.join(' ').slice(0, length)
}

function sentence(random: Random, word: () => string, names: readonly IndexedName[]): string {
  const parts = [capitalised(word())]
  const length = 10 + random.below(20)
  for (let index = 1; index < length; index++) parts.push(phrase(random, word, names))
  return `${parts.join(' ')}.`
}

function phrase(random: Random, word: () => string, names: readonly IndexedName[]): string {
  const roll = random.below(100)
  if (roll < 5) return (names[random.below(names.length)] as IndexedName).text + (roll === 0 ? '’s' : '')
  if (roll < 12) return `${word()},`
  if (roll === 12) return `“${word()} ${word()}”`
  if (roll === 13) return `${word()} – ${word()}`
  if (roll === 14) return String(random.below(2500))
  if (roll < 19) return capitalised(word())
  return word()
}

/** Text of names that go wrong at their last word: each is looked up in vain. */
export function nearMissText(names: readonly IndexedName[], length: number, seed = 5): string {
  const random = randomFrom(seed)
  const parts: string[] = []
  for (let size = 0; size < length; ) {
    const words = (names[random.below(names.length)] as IndexedName).text.split(' ')
    words[words.length - 1] = `${words[words.length - 1]}x`
    const part = words.join(' ')
    parts.push(part)
    size += part.length + 1
  }
  return parts.join(' ').slice(0, length)
}
