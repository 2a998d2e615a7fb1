import { inGroup } from './in-group.ts'

// Properties of treaties, documents, occasions and places. Card ranks as in body-properties.ts.
/** Properties of the group `legal`. */
export const legal = inGroup('legal', [
  {
    id: 'founding-document',
    value: 'entity',
    cardRank: 55,
    wikidata: 'P457',
    description: 'Founding text or decision',
  },
  { id: 'signed', value: 'date', cardRank: 20, description: 'Signed' },
  { id: 'signed-in', value: 'entity', cardRank: 25, description: 'Place of signature' },
  { id: 'opened-for-signature', value: 'date', cardRank: 25, description: 'Opened for signature' },
  { id: 'signature-deadline', value: 'date', description: 'Open for signature until' },
  { id: 'adopted', value: 'date', cardRank: 20, description: 'Adopted, approved or launched' },
  { id: 'adopted-by', value: 'entity', cardRank: 30, description: 'Adopted or endorsed by' },
  { id: 'adopted-in', value: 'entity', cardRank: 35, description: 'Place of adoption' },
  {
    id: 'entered-into-force',
    value: 'date',
    cardRank: 15,
    wikidata: 'P7588',
    description: 'Entered into force',
  },
  { id: 'entry-into-force-rule', value: 'text', description: 'Condition of entry into force' },
  { id: 'amended', value: 'date', description: 'Amended or revised' },
  { id: 'terminated', value: 'date', cardRank: 10, description: 'Ended, expired or was denounced' },
  { id: 'party', value: 'text', cardRank: 40, description: 'Parties' },
  { id: 'signatory', value: 'text', cardRank: 35, wikidata: 'P1891', description: 'Signatories' },
  { id: 'depositary', value: 'entity', wikidata: 'P2058', description: 'Depositary' },
  { id: 'submitted', value: 'date', cardRank: 25, description: 'Submitted' },
  { id: 'submitted-by', value: 'text', cardRank: 30, description: 'Submitted or proposed by' },
  { id: 'outcome', value: 'text', cardRank: 10, description: 'What became of it' },
  {
    id: 'document-symbol',
    value: 'text',
    cardRank: 35,
    schemaOrg: 'identifier',
    description: 'Document symbol',
  },
  { id: 'legal-nature', value: 'text', cardRank: 45, description: 'Binding or not' },
  { id: 'basis', value: 'text', description: 'Basis' },
  { id: 'replaces', value: 'entity', wikidata: 'P1365', description: 'Replaces' },
])

/** Properties of the group `occasion`. */
export const occasion = inGroup('occasion', [
  { id: 'date', value: 'date', cardRank: 10, wikidata: 'P585', schemaOrg: 'startDate', description: 'Date' },
  {
    id: 'organiser',
    value: 'entity',
    cardRank: 20,
    wikidata: 'P664',
    schemaOrg: 'organizer',
    description: 'Convened by',
  },
  {
    id: 'participant',
    value: 'entity',
    cardRank: 25,
    wikidata: 'P710',
    schemaOrg: 'attendee',
    description: 'Took part',
  },
  { id: 'session', value: 'text', cardRank: 45, description: 'Session or meeting' },
  { id: 'frequency', value: 'text', description: 'How often it meets' },
])

/** Properties of the group `place`. */
export const place = inGroup('place', [
  {
    id: 'headquarters',
    value: 'entity',
    cardRank: 40,
    wikidata: 'P159',
    schemaOrg: 'location',
    description: 'Headquarters',
  },
  {
    id: 'founded-in',
    value: 'entity',
    wikidata: 'P740',
    schemaOrg: 'foundingLocation',
    description: 'Founded in',
  },
  {
    id: 'place',
    value: 'entity',
    cardRank: 15,
    wikidata: 'P276',
    schemaOrg: 'location',
    description: 'Place',
  },
  { id: 'country', value: 'entity', cardRank: 20, wikidata: 'P17', description: 'Country' },
  { id: 'capital', value: 'entity', cardRank: 25, wikidata: 'P36', description: 'Capital' },
])

/** Properties of the group `content`. */
export const content = inGroup('content', [
  {
    id: 'subject',
    value: 'text',
    cardRank: 50,
    wikidata: 'P921',
    schemaOrg: 'about',
    description: 'Subject',
  },
  { id: 'main-points', value: 'text', cardRank: 55, description: 'Main points' },
  { id: 'note', value: 'text', description: 'Remark of whoever made the bundle' },
  {
    id: 'publisher',
    value: 'entity',
    cardRank: 35,
    wikidata: 'P123',
    schemaOrg: 'publisher',
    description: 'Publisher',
  },
  {
    id: 'published',
    value: 'date',
    cardRank: 20,
    wikidata: 'P577',
    schemaOrg: 'datePublished',
    description: 'Published',
  },
  { id: 'edition', value: 'text', cardRank: 20, schemaOrg: 'bookEdition', description: 'Edition' },
  { id: 'author', value: 'entity', cardRank: 30, description: 'Author, editor or initiator' },
  {
    id: 'contributor',
    value: 'text',
    wikidata: 'P767',
    schemaOrg: 'contributor',
    description: 'Contributors',
  },
  { id: 'related-work', value: 'text', description: 'Publication, project or plan that belongs to it' },
])

/** Properties of the group `figures`. */
export const figures = inGroup('figures', [
  { id: 'figure', value: 'text', cardRank: 60, description: 'A figure, with what it counts' },
  { id: 'vote', value: 'text', cardRank: 30, description: 'Result of a vote' },
])
