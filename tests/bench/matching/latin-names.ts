import type { IndexedName } from '../../../src/matching/types.ts'
import type { AliasKind } from '../../../src/model/entity.ts'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import { type Random, randomFrom, zipf } from './random.ts'

/**
 * Names and texts made up from a seed: any number of them, the same on every machine, and in their
 * statistics (lengths, shared words, how often a word recurs) like those of a news page and its bundles.
 */

export const FUNCTION_WORDS = (
  'the of to and in a that for on with as at by from its has was is said are be will which it have this not their an were ' +
  'they who been after more he also between new but or had other over would his into about under than all during'
).split(' ')
const ADJECTIVES =
  'International National Regional Central Joint European Asian African Arab Nordic Federal Global United Permanent High'.split(
    ' ',
  )
const BODIES = (
  'Organisation Agency Council Commission Committee Institute Union Association Bank Fund Court Secretariat Ministry ' +
  'Department Office Centre Federation Alliance Conference Board Authority Foundation Forum Party Academy University'
).split(' ')
const PACTS =
  'Agreement Treaty Convention Protocol Declaration Charter Memorandum Resolution Concept Strategy'.split(' ')
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

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Distinct made-up words. */
export function vocabulary(random: Random, size: number): string[] {
  const words = new Set<string>()
  while (words.size < size) words.add(wordOf(random, 1 + random.below(3)))
  return [...words]
}

const CYRILLIC = 'абцдефгхийклмнопрстувшыз'
const LATIN = 'abcdefghijklmnoprstuvwyz'

/** The look of Russian, not the sound. */
const inCyrillic = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => CYRILLIC.charAt(LATIN.indexOf(letter)))
    .replace(/(?<![а-я])[а-я]/g, (start) => start.toUpperCase())

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
  // A power a little above one: some names are borne by many, but no name by a hundredth of all.
  return () => list[Math.floor(size * (random.below(2 ** 31) / 2 ** 31) ** 1.3)] as string
}

function addEntity(names: IndexedName[], parts: NameParts): void {
  const kind = parts.random.below(10)
  const texts = kind < 5 ? personTexts(parts) : kind < 8 ? bodyTexts(parts) : pactTexts(parts)
  const [full] = texts[0] as [string, AliasKind]
  const entity: EntityRef = { bundle: 'benchmark' as BundleId, entity: slug(full) as EntityId }
  for (const [text, kindOfName] of texts)
    names.push({
      text,
      lang: /[а-я]/u.test(text) ? 'ru' : 'en',
      kind: kindOfName,
      caseRule: kindOfName === 'acronym' ? 'exact' : 'folded',
      ambiguous: kindOfName === 'surname',
      entity,
    })
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

function personTexts({ random, given, surname, place }: NameParts): [string, AliasKind][] {
  const first = given()
  const last = surname()
  const texts: [string, AliasKind][] = [[`${first} ${last}`, 'full']]
  if (random.below(3) === 0)
    texts.push([`${first} ${capitalised(wordOf(random, 1)).charAt(0)}. ${last}`, 'full'])
  if (random.below(3) === 0) texts.push([last, 'surname'])
  if (random.below(4) === 0) texts.push([`Mayor ${last} of ${place()}`, 'short'])
  if (random.below(3) === 0) texts.push([inCyrillic(`${first} ${last}`), 'translation'])
  return texts
}

function bodyTexts({ random, topic, place }: NameParts): [string, AliasKind][] {
  const words = [
    random.pick(ADJECTIVES),
    topic(),
    random.pick(BODIES),
    'for',
    topic(),
    'and',
    topic(),
    'of',
    place(),
  ]
  const full = (random.below(2) === 0 ? words : words.slice(1, 5)).join(' ')
  const acronym = full.replace(/[^A-Z]/g, '') + place().slice(0, random.below(3)).toUpperCase()
  return [
    [full, 'full'],
    [acronym, 'acronym'],
    [`${place()} ${words[2]}`, 'short'],
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
