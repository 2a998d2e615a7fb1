import { describe, expect, test } from 'vitest'
import { compileSources } from '../../../src/cli/bundle/compile-sources.ts'
import { checkConsistency } from '../../../src/cli/bundle/consistency-check.ts'
import { sourceFolder } from './source-folder.ts'

/** What is complained of in `x.yaml`, each as `line: problem`; the bundle was created on 1 January 2026. */
async function complaints(entities: string): Promise<string[]> {
  const folder = await sourceFolder({ 'x.yaml': `entities:\n${entities}` })
  const compiled = await compileSources(folder, undefined, checkConsistency)
  return compiled.ok ? [] : compiled.error.map(({ line, problem }) => `${line}: ${problem}`)
}

const FACT = 'confidence: confirmed, source: charter'
const office = (...lines: string[]) =>
  `  - id: chair\n    kind: position\n    names: {en: Chair of the Board}\n    statements:\n${lines
    .map((line) => `      - {property: ${line}, ${FACT}}\n`)
    .join('')}`
const person = (...lines: string[]) =>
  `  - id: anna\n    kind: person\n    names: {en: Anna Lee}\n    statements:\n${lines
    .map((line) => `      - {property: ${line}, ${FACT}}\n`)
    .join('')}`
const BEFORE = 'holder, value: Before, end: 2009-12-31'

describe('who held an office', () => {
  test.each<[string, string[], string[]]>([
    [
      'the day of a handover belongs to both',
      ['holder, value: A, end: 2010-05-01', 'holder, value: B, start: 2010-05-01'],
      [],
    ],
    [
      'two at once',
      [BEFORE, 'holder, value: A, start: 2010-01-01, end: 2012-05-02', 'holder, value: B, start: 2012-05-01'],
      ['8: B holds the office before A has left it'],
    ],
    [
      'the first has no end',
      [BEFORE, 'holder, value: A, start: 2010-01-01', 'holder, value: B, start: 2012-05-01'],
      ['8: B holds the office before A has left it'],
    ],
    [
      'somebody acts beside a holder',
      [
        BEFORE,
        'holder, value: A, start: 2010-01-01',
        'holder, value: B, start: 2012-05-01, end: 2012-06-01, acting: true',
      ],
      [],
    ],
    [
      'months are too coarse to contradict',
      [BEFORE, 'holder, value: A, start: 2010-01, end: 2012-05', 'holder, value: B, start: 2012-05'],
      [],
    ],
    ['a gap of 31 days', [BEFORE, 'holder, value: A, start: 2010-01-31'], []],
    [
      'a gap of 32 days',
      [BEFORE, 'holder, value: A, start: 2010-02-01'],
      ['7: Nobody is said to hold the office from 2009-12-31 to 2010-02-01'],
    ],
    [
      'an explained gap',
      [
        BEFORE,
        'vacancy, value: Abolished for a while, start: 2010-01-01, end: 2014',
        'holder, value: A, start: 2015',
      ],
      [],
    ],
    [
      'a list that begins late',
      ['holder, value: A, start: 2005'],
      ['6: Nobody is said to hold the office from 2000-01-01 to 2005-01-01'],
    ],
    ['an office that was founded late', ['founded, value: 2005', 'holder, value: A, start: 2005-01-20'], []],
    ['a list that stops', [BEFORE], ['6: Nobody is said to hold the office from 2009-12-31 to 2026-01-01']],
    ['an office that was dissolved', [BEFORE, 'dissolved, value: 2010-01-15'], []],
    ['a term that ends after the bundle was created', ['holder, value: A, end: 2026-12-31'], []],
    ['before 2000 nobody asks', ['holder, value: A, end: 1950', 'holder, value: B, start: 1990'], []],
    ['no holders at all', ['role, value: Chairs the board'], []],
  ])('%s', async (_why, lines, expected) => {
    expect(await complaints(office(...lines))).toEqual(expected)
  })

  test('both sides state the same term', async () => {
    const same = 'start: 1990, end: 2026-12-31'
    expect(
      await complaints(
        office(`holder, entity: anna, ${same}`) + person(`position-held, entity: chair, ${same}`),
      ),
    ).toEqual([])
    expect(
      await complaints(
        office(`holder, entity: anna, ${same}`) +
          person(`position-held, entity: chair, ${same}, acting: true`),
      ),
    ).toEqual([
      '6: "anna" does not state this term of office with the same dates',
      '11: "chair" does not state this term of office with the same dates',
    ])
  })
})

describe('lives and foundings', () => {
  test.each<[string, string[], string[]]>([
    [
      'in office from the year of birth on',
      ['born, value: 1950-06-01', 'position-held, value: Heir, start: 1950'],
      [],
    ],
    [
      'before birth',
      ['born, value: 1950-06-01', 'position-held, value: Heir, start: 1949'],
      ['7: The office begins before birth'],
    ],
    [
      'until the day of death',
      ['died, value: 2000-06-01', 'position-held, value: Queen, end: 2000-06-01'],
      [],
    ],
    [
      'after death',
      ['died, value: 2000-06-01', 'position-held, value: Queen, end: 2000-06-02'],
      ['7: The office goes on after death'],
    ],
    [
      'begun after death',
      ['died, value: 2000', 'position-held, value: Queen, start: 2001'],
      ['7: The office goes on after death'],
    ],
    ['a member since the founding', ['member-of, entity: itu, start: 1865-05-17'], []],
    [
      'a member before the founding',
      ['member-of, entity: itu, start: 1865-05-16'],
      ['6: The membership begins before the organisation was founded'],
    ],
    ['an organisation whose founding is not stated', ['member-of, entity: un, start: 1900'], []],
  ])('%s', async (_why, lines, expected) => {
    expect(await complaints(person(...lines))).toEqual(expected)
  })
})

describe('links and names', () => {
  const rats = (line: string) =>
    `  - id: rats\n    kind: organization\n    names: {en: Regional Structure}\n${line}`

  test.each<[string, string, string[]]>([
    [
      'a relation that is not returned',
      '    relations: [{relation: part-of, entity: un}]\n',
      ['5: "un" does not return the relation "part-of"'],
    ],
    [
      'a relation that is its own inverse',
      '    relations: [{relation: related, entity: un}]\n',
      ['5: "un" does not return the relation "related"'],
    ],
    [
      'an alias that is the name of another',
      '    aliases:\n      - {text: united nations, lang: en, kind: short}\n',
      ['2: "United Nations" is also a name of rats', '6: "united nations" is also a name of un'],
    ],
    [
      'an alias that both mark as ambiguous',
      '    aliases:\n      - {text: ITU, lang: en, kind: acronym, ambiguous: true}\n',
      [],
    ],
  ])('%s', async (_why, line, expected) => {
    expect(await complaints(rats(line))).toEqual(expected)
  })
})
