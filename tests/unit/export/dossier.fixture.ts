import type { Dossier } from '../../../src/export/dossier.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'

const ref = (entity: string) => ({
  bundle: 'international-affairs' as BundleId,
  entity: entity as EntityId,
})

const SOURCE = {
  title: 'Secretaries-General of the SCO',
  publisher: 'SCO Secretariat',
  url: 'https://eng.sectsco.org/secretariat/',
  host: 'eng.sectsco.org',
  date: '2019-01-01',
}

const HOSTILE_SOURCE = {
  title: 'A [link](https://evil.example) in a title',
  publisher: '=HYPERLINK("https://evil.example")',
  url: 'https://example.org/a?b=<c>',
  host: 'example.org',
}

/** Part of the worked example, and an entity whose every text is hostile. */
export const DOSSIER: Dossier = {
  url: 'https://eng.sectsco.org/20200227/637242.html',
  title: 'SCO Secretary-General meets with ITU Secretary-General',
  date: { edtf: '2020-02-27', text: '27 February 2020' },
  exportedAt: '2026-11-28T10:00:00.000Z',
  lang: 'en-GB',
  headings: {
    dated: 'Article of 27 February 2020',
    timeline: 'Timeline',
    hints: 'Dates to check',
    note: 'Own note',
  },
  entities: [
    {
      entity: ref('vladimir-norov'),
      name: 'Vladimir Norov',
      kind: 'person',
      kindLabel: 'Person',
      description: 'Uzbek diplomat, Secretary-General of the SCO from 2019 to 2021',
      count: 6,
      identifiers: [{ scheme: 'wikidata', value: 'Q4325287' }],
      note: 'Met him in Tashkent.\nAsk about the Code.',
      facts: [
        {
          property: 'position-held',
          label: 'Office held',
          text: 'SCO Secretary-General',
          period: '1 Jan 2019 – 31 Dec 2021',
          start: '2019-01-01',
          end: '2021-12-31',
          confidence: 'confirmed',
          source: SOURCE,
        },
      ],
    },
    {
      entity: ref('sco'),
      name: 'Shanghai Cooperation Organisation',
      kind: 'organization',
      kindLabel: 'Organisation',
      description: '',
      count: 1,
      identifiers: [],
      facts: [],
    },
    {
      entity: ref('hostile'),
      name: '+cmd|calc, "quoted"',
      kind: 'organization',
      kindLabel: 'Organisation',
      description: '# <script>alert(1)</script>\n\n* a list',
      count: 2,
      identifiers: [{ scheme: 'wikidata', value: 'Q1> <javascript:alert(1)' }],
      note: '\t=1+1',
      facts: [
        {
          property: 'website',
          label: 'Website',
          text: '@SUM(A1:A9)',
          period: '',
          confidence: 'unconfirmed',
          source: HOSTILE_SOURCE,
        },
      ],
    },
  ],
  events: [
    { date: '2001-06-15', when: '15 June 2001', what: 'The SCO is founded', source: SOURCE },
    { date: '2019-06-14', when: '14 June 2019', what: 'Summit in Bishkek', source: SOURCE },
  ],
  hints: [
    {
      text: '“SCO Summit in Bishkek”: the text says June 2009, the facts say 13 – 14 June 2019',
      source: SOURCE,
    },
  ],
  mentions: [
    {
      entity: ref('vladimir-norov'),
      name: 'Vladimir Norov',
      kind: 'person',
      via: 'name',
      exact: 'Vladimir Norov',
      prefix: 'SCO Secretary-General ',
      suffix: ' met with',
    },
    {
      entity: null,
      name: 'Secretary-General',
      kind: 'position',
      via: 'role',
      exact: 'Secretary-General',
      prefix: 'The ',
      suffix: ' called',
    },
    {
      entity: ref('hostile'),
      name: '+cmd|calc, "quoted"',
      kind: 'organization',
      via: 'name',
      exact: '</script><b>',
      prefix: '',
      suffix: '',
    },
  ],
}
