import type { Alias, EntityKind, EntityRecord, Statement } from '../../../src/model/entity.ts'
import { GAZETTE, id, record, statement, term } from '../facts/record.ts'

// A small world, just large enough for every rule of linking to have something to decide.

interface Given
  extends Partial<Omit<EntityRecord, 'id' | 'kind' | 'names' | 'aliases' | 'relations' | 'context'>> {
  /** "kind: text" or "kind?: text" for an ambiguous one. */
  readonly aliases?: readonly string[]
  /** "relation: id". */
  readonly relations?: readonly string[]
  readonly context?: string
}

function entity(key: string, kind: EntityKind, name: string, given: Given = {}): EntityRecord {
  const { aliases = [], relations = [], context = '', ...rest } = given
  return record({
    ...rest,
    id: id(key),
    kind,
    names: [{ text: name, lang: 'en' }],
    aliases: aliases.map(alias),
    relations: relations.map((each) => {
      const [relation = '', other = ''] = each.split(': ')
      return { relation, entity: id(other) }
    }),
    context: context === '' ? [] : context.split(', '),
  })
}

function alias(text: string): Alias {
  const [kind = '', name = ''] = text.split(': ')
  const ambiguous = kind.endsWith('?')
  return {
    text: name,
    lang: /\p{Script=Cyrillic}/u.test(name) ? 'ru' : /\p{Script=Han}/u.test(name) ? 'zh' : 'en',
    kind: kind.replace('?', '') as Alias['kind'],
    ...(ambiguous && { rules: { ambiguous } }),
  }
}

const person = (key: string, name: string, surname: string, given: Given = {}): EntityRecord =>
  entity(key, 'person', name, { ...given, aliases: [`surname: ${surname}`, ...(given.aliases ?? [])] })

const dated = (property: string, start: string, rest: Partial<Statement> = {}): Statement =>
  statement(property, { value: start, start, ...rest })

const summit = (key: string, town: string, date: string, confidence: Statement['confidence'] = 'confirmed') =>
  entity(key, 'event', `SCO summit ${date.slice(0, 4)} (${town})`, {
    aliases: [`short?: SCO Summit in ${town}`, `short?: ${town} summit`],
    statements: [dated('date', date, { confidence })],
    relations: ['event-of: sco'],
  })

export const WORLD: readonly EntityRecord[] = [
  entity('sco', 'organization', 'Shanghai Cooperation Organisation', {
    aliases: ['acronym?: SCO', 'acronym: ШОС', 'translation: 上海合作组织'],
    relations: [
      'head: sco-secretary-general',
      'has-body: sco-rats',
      'official: vladimir-norov',
      'initiated: code-of-conduct-2011',
      'initiated: code-of-conduct-2015',
    ],
    context: 'Tashkent, Eurasia, terrorism',
  }),
  entity('sco-secretary-general', 'position', 'SCO Secretary-General', {
    aliases: ['full: Secretary-General of the Shanghai Cooperation Organisation', 'short: SCO chief'],
    relations: ['of: sco'],
    statements: [
      term('muratbek-imanaliev', '2010-01-01/2012-12-31'),
      term('dmitry-mezentsev', '2013-01-01/2015-12-31'),
      term('rashid-alimov', '2016-01-01/2018-12-31'),
      term('vladimir-norov', '2019-01-01/2021-12-31'),
      term('zhang-ming', '2022-01-01/2024-12-31'),
    ],
  }),
  entity('sco-rats', 'organization', 'Regional Anti-Terrorist Structure of the SCO', {
    aliases: ['acronym?: RATS', 'full: Regional Anti-Terrorist Structure'],
    relations: ['part-of: sco'],
  }),
  entity('itu', 'organization', 'International Telecommunication Union', {
    aliases: ['acronym?: ITU'],
    relations: [
      'head: itu-secretary-general',
      'office: itu-deputy',
      'agency-of: un',
      'official: houlin-zhao',
    ],
    context: 'Geneva, telecommunication, standards',
  }),
  entity('itu-secretary-general', 'position', 'ITU Secretary-General', {
    aliases: ['full: Secretary-General of the ITU'],
    relations: ['of: itu'],
    statements: [
      term('hamadoun-toure', '2007-01-01/2014-12-31'),
      term('houlin-zhao', '2015-01-01/2022-12-31'),
    ],
  }),
  entity('itu-deputy', 'position', 'ITU Deputy Secretary-General', {
    relations: ['of: itu'],
    statements: [term('houlin-zhao', '2007-01-01/2014-12-31')],
  }),
  entity('un', 'organization', 'United Nations', {
    aliases: ['acronym: UN'],
    relations: ['head: un-secretary-general', 'has-body: unga'],
  }),
  entity('unga', 'organization', 'United Nations General Assembly', {
    aliases: ['full: UN General Assembly', 'short?: General Assembly'],
    relations: ['part-of: un'],
  }),
  entity('un-secretary-general', 'position', 'UN Secretary-General', {
    aliases: ['short: UN chief'],
    relations: ['of: un'],
    statements: [
      term('ban-ki-moon', '2007-01-01/2016-12-31'),
      term('antonio-guterres', '2017-01-01/2026-12-31'),
    ],
  }),
  entity('health-organisation', 'organization', 'World Health Organization', { aliases: ['acronym: WHO'] }),
  person('vladimir-norov', 'Vladimir Norov', 'Norov', {
    aliases: ['translation: Владимир Норов'],
    relations: ['official-of: sco'],
    statements: [statement('position-held', { entity: id('sco-secretary-general') })],
  }),
  person('rashid-alimov', 'Rashid Alimov', 'Alimov'),
  person('dmitry-mezentsev', 'Dmitry Mezentsev', 'Mezentsev'),
  person('muratbek-imanaliev', 'Muratbek Imanaliev', 'Imanaliev'),
  person('houlin-zhao', 'Houlin Zhao', 'Zhao', {
    aliases: ['full: Zhao Houlin'],
    relations: ['official-of: itu'],
  }),
  person('hamadoun-toure', 'Hamadoun Touré', 'Touré'),
  person('zhang-ming', 'Zhang Ming', 'Zhang', { relations: ['official-of: sco'] }),
  person('zhang-deguang', 'Zhang Deguang', 'Zhang', { relations: ['official-of: sco'] }),
  person('ban-ki-moon', 'Ban Ki-moon', 'Ban'),
  person('antonio-guterres', 'António Guterres', 'Guterres'),
  entity(
    'code-of-conduct-2011',
    'document',
    'International Code of Conduct for Information Security (2011 draft)',
    {
      aliases: ['full?: Code of Conduct for Information Security', 'short?: 2011 Code of Conduct'],
      statements: [dated('submitted', '2011-09-12')],
      relations: ['initiated-by: sco', 'submitted-to: unga'],
    },
  ),
  entity(
    'code-of-conduct-2015',
    'document',
    'International Code of Conduct for Information Security (2015 revision)',
    {
      aliases: ['full?: Code of Conduct for Information Security'],
      statements: [dated('submitted', '2015-01-09')],
      relations: ['initiated-by: sco', 'submitted-to: unga'],
    },
  ),
  entity('agreement-2009', 'agreement', 'SCO Agreement on Information Security', {
    aliases: ['short: Agreement on Ensuring Information Technology'],
    statements: [dated('signed', '2009-06-16')],
    events: [{ date: '2011-06-02', title: 'Enters into force', source: GAZETTE.id }],
    relations: ['within: sco'],
  }),
  entity('concept-2019', 'document', 'Concept of Cooperation in Digitalisation', {
    aliases: ['short: SCO digitalisation concept'],
    statements: [dated('adopted', '2019-06-14')],
    relations: ['within: sco', 'adopted-at: summit-2019'],
  }),
  summit('summit-2019', 'Bishkek', '2019-06-13/2019-06-14'),
  summit('summit-2013', 'Bishkek', '2013-09-13'),
  summit('summit-2017', 'Astana', '2017-06-08/2017-06-09'),
  summit('summit-1990', 'Almaty', '1990', 'unconfirmed'),
]
