import { textIn } from '../../src/facts/local-text.ts'
import type { PageEntity, PageMarks } from '../../src/model/page-marks.ts'
import { ARTICLE_DATE } from './cards.fixture.ts'
import { recordOf, ref } from './lookup.fixture.ts'

function entity(id: string, count: number): PageEntity {
  const record = recordOf(id)
  return { entity: ref(id), name: textIn(record.names, 'en'), kind: record.kind, count }
}

/** The worked example's page: who and what the press release of 27 February 2020 names. */
export const sampleMarks: PageMarks = {
  state: 'marked',
  date: ARTICLE_DATE,
  entities: [
    entity('sco-secretary-general', 3),
    entity('vladimir-norov', 6),
    entity('itu-secretary-general', 2),
    entity('itu', 8),
    entity('houlin-zhao', 2),
    entity('sco', 14),
    entity('sco-iis-agreement-2009', 1),
    entity('sco-rats', 1),
    entity('sco-summit-2019', 1),
    entity('un', 2),
    entity('code-of-conduct-2011', 3),
    entity('itu-gca', 1),
    entity('sco-secretariat', 1),
  ],
}
