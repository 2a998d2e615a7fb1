import { inGroup } from './in-group.ts'

// Properties of people, positions and organisations. Card ranks leave gaps of five, so that a new property
// finds its place without renumbering. A caution comes first: a reader who sees one line only should see
// what reports get wrong.
/** Properties of the group `identity`. */
export const identity = inGroup('identity', [
  { id: 'caution', value: 'text', cardRank: 5, description: 'What reports often get wrong about it' },
  { id: 'full-title', value: 'text', wikidata: 'P1448', description: 'Official title in full' },
  {
    id: 'founded',
    value: 'date',
    cardRank: 45,
    wikidata: 'P571',
    schemaOrg: 'foundingDate',
    description: 'Founded',
  },
  { id: 'name-since', value: 'date', description: 'Has borne its present name since' },
  { id: 'began-work', value: 'date', description: 'Began its work' },
  {
    id: 'dissolved',
    value: 'date',
    wikidata: 'P576',
    schemaOrg: 'dissolutionDate',
    description: 'Dissolved',
  },
  { id: 'status', value: 'text', cardRank: 15, description: 'Standing, for example within the UN system' },
  { id: 'role', value: 'text', cardRank: 40, description: 'What it does or serves as' },
  { id: 'working-language', value: 'text', wikidata: 'P2936', description: 'Working languages' },
  { id: 'website', value: 'address', wikidata: 'P856', schemaOrg: 'url', description: 'Official website' },
  { id: 'born', value: 'date', wikidata: 'P569', schemaOrg: 'birthDate', description: 'Born' },
  { id: 'born-in', value: 'entity', wikidata: 'P19', schemaOrg: 'birthPlace', description: 'Place of birth' },
  { id: 'died', value: 'date', wikidata: 'P570', schemaOrg: 'deathDate', description: 'Died' },
  {
    id: 'nationality',
    value: 'entity',
    wikidata: 'P27',
    schemaOrg: 'nationality',
    description: 'Citizen of',
  },
  {
    id: 'occupation',
    value: 'text',
    wikidata: 'P106',
    schemaOrg: 'hasOccupation',
    description: 'Occupation',
  },
  { id: 'education', value: 'text', wikidata: 'P69', schemaOrg: 'alumniOf', description: 'Educated at' },
  { id: 'award', value: 'text', wikidata: 'P166', schemaOrg: 'award', description: 'Award received' },
])

/** Properties of the group `office`. */
export const office = inGroup('office', [
  { id: 'holder', value: 'entity', cardRank: 10, wikidata: 'P1308', description: 'Holder of the office' },
  {
    id: 'position-held',
    value: 'entity',
    cardRank: 10,
    wikidata: 'P39',
    schemaOrg: 'jobTitle',
    description: 'Office held',
  },
  { id: 'vacancy', value: 'text', description: 'Vacant, or holders not listed here, and why' },
  { id: 'chair', value: 'entity', cardRank: 20, wikidata: 'P488', description: 'Chair or president' },
  { id: 'chair-country', value: 'entity', cardRank: 35, description: 'State in the chair' },
  { id: 'term-of-office', value: 'text', cardRank: 30, wikidata: 'P2097', description: 'Length of a term' },
  { id: 'appointed-by', value: 'text', wikidata: 'P748', description: 'Appointed or elected by' },
  { id: 'elected', value: 'entity', cardRank: 25, wikidata: 'P991', description: 'Elected there' },
])

/** Properties of the group `membership`. */
export const membership = inGroup('membership', [
  { id: 'member', value: 'entity', schemaOrg: 'member', description: 'Member' },
  {
    id: 'member-of',
    value: 'entity',
    cardRank: 30,
    wikidata: 'P463',
    schemaOrg: 'memberOf',
    description: 'Member of',
  },
  { id: 'observer', value: 'entity', description: 'Observer' },
  { id: 'partner', value: 'entity', description: 'Partner or dialogue partner' },
  { id: 'member-count', value: 'text', cardRank: 25, wikidata: 'P2124', description: 'Number of members' },
  { id: 'composition', value: 'text', cardRank: 30, description: 'Who makes it up' },
])

/** Properties of the group `structure`. */
export const structure = inGroup('structure', [
  {
    id: 'parent',
    value: 'entity',
    cardRank: 20,
    wikidata: 'P749',
    schemaOrg: 'parentOrganization',
    description: 'Part of',
  },
  {
    id: 'body',
    value: 'entity',
    wikidata: 'P355',
    schemaOrg: 'subOrganization',
    description: 'Body or organ',
  },
  { id: 'governing-body', value: 'entity', cardRank: 50, description: 'Highest body' },
  { id: 'secretariat', value: 'entity', description: 'Secretariat' },
  { id: 'predecessor', value: 'entity', wikidata: 'P1365', description: 'Predecessor' },
  { id: 'successor', value: 'entity', cardRank: 15, wikidata: 'P1366', description: 'Successor' },
])
