import { beforeAll, describe, expect, test } from 'vitest'
import {
  type AnnotatedMention,
  type Annotation,
  annotateText,
} from '../../../src/cli/annotate/annotate-text.ts'
import { knowledgeOf, loadBundle } from '../../../src/cli/annotate/load-knowledge.ts'
import type { Knowledge } from '../../../src/linking/recognise.ts'

// The conventions of marks, as card, command line and evaluation follow them, on the packaged bundle.

let knowledge: Knowledge

beforeAll(async () => {
  const bundle = await loadBundle(undefined)
  if (!bundle.ok) throw new Error(bundle.error.join('\n'))
  const loaded = knowledgeOf(bundle.value)
  if (!loaded.ok) throw new Error(loaded.error.join('\n'))
  knowledge = loaded.value
}, 60_000)

const annotate = (
  text: string,
  rest: { title?: string; date?: string; lang?: string } = {},
): Promise<Annotation> => annotateText({ id: 'a', text, ...rest }, knowledge)

const shown = ({ surface, entity, candidates, holder, holderBasis }: AnnotatedMention): string =>
  [
    `${surface}=${entity ?? candidates?.toSorted().join('|')}`,
    ...(holder === undefined ? [] : [holder]),
    ...(holderBasis === undefined ? [] : [holderBasis]),
  ].join(' ')

const marks = async (text: string, rest = {}): Promise<string[]> =>
  (await annotate(text, rest)).mentions.map(shown)

const D2020 = { date: '2020-02-27' }

describe('the longest name is the mention', () => {
  test.each([
    ['The UN Charter is short.', ['UN Charter=un-charter'], 'not the organisation in it'],
    [
      'The UN Framework Agreement on Kites is long.',
      ['UN=un'],
      'the acronym before an unknown name misleads nobody',
    ],
    ['The National Security Council of Chile met.', [], 'a state’s council is not the UN’s'],
    ['The Ohio General Assembly and the General Assembly of Ohio met.', [], 'nor is a state’s assembly'],
    ['The European Commission against Racism wrote.', [], 'a purpose makes it another body'],
    ['The United Nations Association of Leeds met.', [], 'as does a noun behind it'],
  ])('%s %j (%s)', async (text, expected) => {
    expect(await marks(text)).toEqual(expected)
  })
})

describe('a role and the name behind it are two mentions', () => {
  test.each([
    [
      'NATO Secretary General Jens Stoltenberg spoke.',
      [
        'NATO Secretary General=nato-secretary-general jens-stoltenberg date',
        'Jens Stoltenberg=jens-stoltenberg',
      ],
      'side by side',
    ],
    [
      'NATO’s Secretary General, Jens Stoltenberg, spoke.',
      [
        'NATO=nato',
        'Secretary General=nato-secretary-general jens-stoltenberg date',
        'Jens Stoltenberg=jens-stoltenberg',
      ],
      'with an owner and a comma: three',
    ],
  ])('%s %j (%s)', async (text, expected) => {
    expect(await marks(text, D2020)).toEqual(expected)
  })
})

describe('what stays outside a mention', () => {
  test.each([
    ['NATO’s budget', ['NATO=nato'], 'a possessive ending'],
    ['the alliance (NATO)', ['NATO=nato'], 'brackets'],
    ['“NATO”, «NATO» and ‘NATO’', ['NATO=nato', 'NATO=nato', 'NATO=nato'], 'quotation marks of every sort'],
    ['a NATO-backed, NATO‑led plan', ['NATO=nato', 'NATO=nato'], 'hyphenated tails'],
    ['pro-NATO voters', ['NATO=nato'], 'hyphenated heads'],
    ['The UN Charter’s text', ['UN Charter=un-charter'], 'the article'],
    [
      'Former NATO Secretary General Anders Fogh Rasmussen',
      [
        'NATO Secretary General=nato-secretary-general anders-fogh-rasmussen former',
        'Anders Fogh Rasmussen=anders-fogh-rasmussen',
      ],
      'qualifiers',
    ],
  ])('%s %j (%s)', async (text, expected) => {
    expect(await marks(text, D2020)).toEqual(expected)
  })
})

describe('a surname or a generic form counts only after its full mention', () => {
  test.each([
    [
      'Stoltenberg left. Jens Stoltenberg spoke.',
      {},
      ['Jens Stoltenberg=jens-stoltenberg'],
      'in reading order',
    ],
    [
      'Jens Stoltenberg spoke. Mr Stoltenberg left.',
      {},
      ['Jens Stoltenberg=jens-stoltenberg', 'Stoltenberg=jens-stoltenberg'],
      'after it, without the form of address',
    ],
    [
      'Stoltenberg left.',
      { title: 'Jens Stoltenberg in Kyiv' },
      ['Stoltenberg=jens-stoltenberg'],
      'a full name in the title licenses it',
    ],
    ['Stoltenberg left.', { title: 'Stoltenberg in Kyiv' }, [], 'a surname in the title does not'],
    ['The Alliance met.', {}, [], 'a generic form without its name'],
    [
      'The Organisation met. The Shanghai Cooperation Organisation spoke. The Organisation left.',
      {},
      ['Shanghai Cooperation Organisation=sco', 'Organisation=sco'],
      'nor before it',
    ],
    [
      'Zhang Ming of the SCO and Zhang Deguang of the SCO met at the Shanghai Cooperation Organisation. Zhang spoke.',
      {},
      [
        'Zhang Ming=zhang-ming',
        'SCO=sco',
        'Zhang Deguang=zhang-deguang',
        'SCO=sco',
        'Shanghai Cooperation Organisation=sco',
        'Zhang=zhang-deguang|zhang-ming',
      ],
      'two bearers and no clue: both are offered',
    ],
    [
      'The International Telecommunication Union and the European Union met. The Union left.',
      {},
      ['International Telecommunication Union=itu', 'European Union=eu', 'Union=eu|itu'],
      'two bodies and no clue: both are offered',
    ],
  ])('%s %j %j (%s)', async (text, rest, expected, _why) => {
    expect(await marks(text, rest)).toEqual(expected)
  })
})

describe('what only bears a known name is left alone', () => {
  test.each([
    ['Justin Trudeau Drive is closed.', 'a street'],
    ['The Council of Europe Avenue is closed.', 'an avenue'],
    ['The OECD Cup went to the Treasury.', 'a cup'],
    ['UN Partners rated the share a hold.', 'a firm'],
    ['Mark Carney (goalkeeper) saved two.', 'somebody of another trade, in a bracket'],
    ['Pascal Lamy, plombier à Tours, répare les fuites.', 'the same without an article'],
    ['Antonio Costa Lima sang.', 'a longer name that ends in a town'],
    ['The Geneva Conventions, a punk trio from Hull, play tonight.', 'a band'],
    ['They met in the Minsk Agreement pub.', 'a pub'],
    ['联合国际学校开学。', 'parts of two words'],
    ['东北约有三千人。', 'the same on the left'],
    ['歌手张明天来。', 'a day in a person’s name'],
  ])('%s (%s)', async (text, _why) => {
    expect(await marks(text)).toEqual([])
  })

  test.each([
    ['NATO, a club of thirty, met.', ['NATO=nato'], 'a figure of speech is no club'],
    ['In March Kofi Annan spoke.', ['Kofi Annan=kofi-annan'], 'a month is no given name'],
    [
      'The International Monetary Fund for Greece did its best.',
      ['International Monetary Fund=imf'],
      'a long name needs no purpose',
    ],
    ['北约宣布。联合国会议。', ['北约=nato', '联合国=un'], 'whole words'],
  ])('but %s %j (%s)', async (text, expected) => {
    expect(await marks(text)).toEqual(expected)
  })
})

describe('holders and what they rest on', () => {
  const role = (text: string, date?: string) => marks(text, date === undefined ? {} : { date })

  test.each([
    [
      'The NATO Secretary General spoke.',
      '2020-02-27',
      'nato-secretary-general jens-stoltenberg date',
      'in office',
    ],
    [
      'The then NATO Secretary General spoke in 2010.',
      '2020-02-27',
      'nato-secretary-general none',
      '"then" without a name asserts nobody',
    ],
    [
      'The NATO Secretary General-elect spoke.',
      '2024-09-01',
      'nato-secretary-general mark-rutte elect',
      'about to take office',
    ],
    ['The NATO Secretary General spoke.', undefined, 'nato-secretary-general none', 'no date'],
    [
      'The WTO Director-General and the World Trade Organization spoke.',
      '2020-12-01',
      'wto-director-general none',
      'a vacancy: the position is linked and nobody is asserted',
    ],
    [
      'The ITU Secretary-General of the International Telecommunication Union spoke.',
      '1940-01-01',
      'itu-secretary-general none',
      'before all known holders',
    ],
  ])('%s %s: %s (%s)', async (text, date, expected, _why) => {
    const [first = ''] = await role(text, date)
    expect(first.slice(first.indexOf('=') + 1)).toBe(expected)
  })

  test('a name beside the role goes before the record', async () => {
    expect(await role('NATO Secretary General Ulla Hansen spoke.', '2020-02-27')).toEqual([
      'NATO Secretary General=nato-secretary-general none',
    ])
  })

  test('given names that the bundle lacks are those of the holder whose surname follows', async () => {
    const [first] = await role(
      'SCO Secretary-General Vladimir Imamovich Norov of the Shanghai Cooperation Organisation spoke.',
      '2023-02-27',
    )
    expect(first).toBe('SCO Secretary-General=sco-secretary-general vladimir-norov then')
  })

  test('a headline of capitals names nobody beside the role', async () => {
    expect(
      await role('NATO Secretary General Calls Emergency Meeting Over Baltic Cables', '2020-02-27'),
    ).toEqual(['NATO Secretary General=nato-secretary-general jens-stoltenberg date'])
  })
})

describe('what annotate prints', () => {
  test('an ambiguous mention has no entity, and its candidates', async () => {
    const { mentions } = await annotate(
      'The International Telecommunication Union and the European Union met. The Union left.',
    )
    expect(mentions.at(-1)).toMatchObject({ surface: 'Union', entity: null, candidates: ['itu', 'eu'] })
  })

  test('a hint says what the text says, what the bundle says, and by which source', async () => {
    const text = 'The SCO Charter was signed in St Petersburg in June 2003.'
    const { hints } = await annotate(text, { date: '2023-01-01' })
    expect(hints).toEqual([
      {
        start: text.indexOf('SCO Charter'),
        end: text.indexOf('.'),
        entity: 'sco-charter',
        textSays: 'June 2003',
        bundleSays: '2002-06-07',
        source: expect.stringMatching(/./u),
      },
    ])
  })
})
