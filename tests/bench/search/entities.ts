import type { Alias, EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import type { FoundEntity } from '../../../src/model/lookup.ts'

/*
 * Entities as a large bundle has them: people and organisations with names in three scripts, surnames and
 * acronyms, five names each on average. Made from syllables, so that names are many, alike and all different
 * words; the same from every seed.
 */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const STARTS = 'b br d dr f g gr h j k kl l m n p pr r s st t tr v w z zh'.split(' ')
const VOWELS = 'a e i o u ai ou ia'.split(' ')
const ENDS = ['', 'n', 'r', 's', 'l', 'k', 'v', 'd']
const FIELDS =
  'Security Trade Energy Health Climate Nuclear Maritime Telecommunication Labour Migration Transport'.split(
    ' ',
  )
const BODIES =
  'Organisation Council Commission Agency Union Forum Conference Committee Agreement Court'.split(' ')
const HAN = Array.from(
  '上海合作组织联国际电信盟安全理事会秘书长条约议定书宣言经济开发银行原子能机构难民署卫生贸易总统部长外交',
)
const LAST = 'A B C D E F G H I J'.split(' ')

/** So many entities. */
export function makeEntities(count: number, seed = 1): FoundEntity[] {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const word = (syllables: number): string => {
    let made = ''
    for (let index = 0; index < syllables; index++)
      made += pick(STARTS) + pick(VOWELS) + (index === syllables - 1 ? pick(ENDS) : '')
    return made.charAt(0).toUpperCase() + made.slice(1)
  }
  const han = (length: number): string => Array.from({ length }, () => pick(HAN)).join('')
  const person = (): string[] => {
    const [first, last] = [word(2), word(2 + Math.floor(random() * 2))]
    return [`${first} ${last}`, last, `${last} ${first}`, cyrillic(`${first} ${last}`), han(3)]
  }
  const organisation = (): string[] => {
    const name = `${word(3)} ${pick(FIELDS)} ${pick(BODIES)}`
    const acronym = name.replace(/[^A-Z]/g, '') + pick(LAST)
    return [name, acronym, `${pick(BODIES)} of ${word(2)} for ${pick(FIELDS)}`, cyrillic(name), han(6)]
  }
  return Array.from({ length: count }, (_, index) => {
    const isPerson = random() < 0.6
    return entityOf(
      `e${index}`,
      isPerson ? 'person' : 'organization',
      isPerson ? person() : organisation(),
      random,
    )
  })
}

const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  z: 'з',
  c: 'ц',
  y: 'ы',
  q: 'к',
  x: 'х',
}

const cyrillic = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const other = LETTERS[letter.toLowerCase()] ?? letter
    return letter === letter.toLowerCase() ? other : other.toUpperCase()
  })

function entityOf(
  id: string,
  kind: EntityRecord['kind'],
  names: readonly string[],
  random: () => number,
): FoundEntity {
  const [name = '', ...others] = names
  const aliases = others.map((text): Alias => ({ text, lang: 'en', kind: 'short' }))
  const relations = Array.from({ length: Math.floor(random() * 6) }, () => ({
    relation: 'related',
    entity: 'e0' as EntityId,
  }))
  return {
    ref: { bundle: 'bench' as BundleId, entity: id as EntityId },
    record: {
      id: id as EntityId,
      kind,
      names: [{ text: name, lang: 'en' }],
      aliases,
      descriptions: [],
      statements: [],
      events: [],
      relations,
      context: [],
      identifiers: [],
      sources: [],
    },
  }
}
