import { createHash } from 'node:crypto'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { EntityId, SourceId } from '../../../src/model/ids.ts'

/** Syllables that words are made of: records then compress to a fifth or sixth; real ones, less alike, to a third. */
const SYLLABLES =
  'ka lo mi ter ran sho est ung vel por ith ang ur da ne bri sul ok fen tal gra hin us ver mon pe qui lar zo ce ty wen bal rus chi dor'.split(
    ' ',
  )

/** Numbers that look like chance and are the same in every run. */
function pick(seed: string): (most: number) => number {
  let bytes = createHash('sha512').update(seed).digest()
  let at = 0
  return (most) => {
    if (at >= 64) {
      bytes = createHash('sha512').update(bytes).digest()
      at = 0
    }
    at += 2
    return bytes.readUInt16BE(at - 2) % most
  }
}

/** Of 138 bytes by chance the text has 184 units, and compresses to those bytes. */
const chanceText = (seed: string): string =>
  createHash('shake256', { outputLength: 138 }).update(seed).digest('base64')

/** A made-up entity of about 640 bytes; `version` changes one fact of it, `chance` gives it so many texts that do not compress. */
export function generatedRecord(index: number, version = 0, chance = 0): EntityRecord {
  const random = pick(`${index}`)
  const word = () => Array.from({ length: 2 + random(2) }, () => SYLLABLES[random(SYLLABLES.length)]).join('')
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  const source = `s-${random(60_000)}` as SourceId
  const fact = (property: string, value: string, year: number) =>
    ({ property, value, start: `${year}`, confidence: 'confirmed', source }) as const
  return {
    id: `entity-${String(index).padStart(7, '0')}` as EntityId,
    kind: 'organization',
    names: [{ text: `${words(3)} ${index}`, lang: 'en' }],
    aliases: [{ text: `${words(1).slice(0, 3).toUpperCase()}${index}`, lang: 'en', kind: 'acronym' }],
    descriptions: [{ text: words(7), lang: 'en' }],
    statements: [
      fact('founded', `${1900 + random(120)}`, 1950),
      fact('headquarters', words(2), 1960 + random(60)),
      ...(version > 0 ? [fact('chair', `${words(2)} ${version}`, 2020)] : []),
    ],
    events: [],
    relations: [],
    context: Array.from({ length: chance }, (_, at) => chanceText(`${index}/${at}`)),
    identifiers: [{ scheme: 'wikidata', value: `Q${index + 1}` }],
    sources: [
      {
        id: source,
        title: words(5),
        publisher: words(2),
        url: `https://example.org/${words(1)}/${createHash('md5').update(`${index}`).digest('hex')}`,
      },
    ],
  }
}
