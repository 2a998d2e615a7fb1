import type { EntityRecord, Source } from '../../src/model/entity.ts'
import type { EntityId, SourceId } from '../../src/model/ids.ts'

const source: Source = {
  id: 'odd' as SourceId,
  title: 'A source of the playground',
  publisher: 'Playground',
  url: 'https://example.org/odd',
  date: '2020-03',
}

const base = {
  aliases: [],
  events: [],
  relations: [],
  context: [],
  identifiers: [],
  sources: [source],
} satisfies Partial<EntityRecord>

/** Dates of every precision, facts that are not sure, an acting holder. */
const uncertain: EntityRecord = {
  ...base,
  id: 'uncertain-office' as EntityId,
  kind: 'position',
  names: [{ text: 'Chair of the Preparatory Committee', lang: 'en' }],
  descriptions: [{ text: 'An office of which little is known for sure', lang: 'en' }],
  statements: [
    {
      property: 'holder',
      value: 'Ada Example',
      start: '2019~',
      end: '2020-06',
      acting: true,
      confidence: 'unconfirmed',
      source: source.id,
    },
    { property: 'holder', value: 'Bo Example', start: '2020-02', confidence: 'disputed', source: source.id },
    { property: 'term-of-office', value: 'four years', confidence: 'unconfirmed', source: source.id },
  ],
  events: [
    {
      date: '2018?',
      title: 'The committee is said to have met for the first time',
      source: source.id,
      confidence: 'unconfirmed',
    },
    { date: '2019-13-01', title: 'An event whose date cannot be read', source: source.id },
    { date: '2021/2022', title: 'Talks go on over two years', source: source.id, confidence: 'disputed' },
  ],
}

const HOSTILE = `<img src=x onerror=alert(1)>\u202Egnp.exe\u0000 ${'W'.repeat(120)}`

/** Texts that try to be markup, to turn what follows round, or to burst the card; an address that only looks like one. */
const hostile: EntityRecord = {
  ...base,
  id: 'hostile-texts' as EntityId,
  kind: 'document',
  names: [{ text: HOSTILE, lang: 'en' }],
  descriptions: [{ text: `"><script>alert(1)</script> ${HOSTILE}`, lang: 'en' }],
  sources: [
    { ...source, publisher: HOSTILE, title: HOSTILE, url: 'javascript:alert(1)' },
    { ...source, id: 'sound' as SourceId, publisher: HOSTILE },
  ],
  statements: [
    { property: 'outcome', value: HOSTILE, confidence: 'confirmed', source: source.id },
    {
      property: 'author',
      value: 'javascript:alert(1)',
      confidence: 'confirmed',
      source: 'sound' as SourceId,
    },
    {
      property: '__proto__',
      value: 'a property that no vocabulary has',
      confidence: 'confirmed',
      source: source.id,
    },
  ],
  events: [{ date: '2015', title: HOSTILE, source: source.id }],
}

/** A name in a script from right to left, within an interface from left to right. */
const arabic: EntityRecord = {
  ...base,
  id: 'arabic-name' as EntityId,
  kind: 'place',
  names: [{ text: 'جامعة الدول العربية (القاهرة)', lang: 'ar' }],
  descriptions: [{ text: 'مقر المنظمة منذ عام 1990', lang: 'ar' }],
  statements: [
    { property: 'country', value: 'مصر', start: '1990', confidence: 'confirmed', source: source.id },
  ],
}

/** Cases that the packaged bundle does not have, and that no bundle should. */
export const oddRecords: readonly EntityRecord[] = [uncertain, hostile, arabic]
