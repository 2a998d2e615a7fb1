import { textIn } from '../../src/facts/local-text.ts'
import type { PageEntity, PageMarks } from '../../src/model/page-marks.ts'
import { ARTICLE_DATE } from './cards.fixture.ts'
import { recordOf, ref } from './lookup.fixture.ts'

function entity(id: string, count: number, ...years: readonly number[]): PageEntity {
  const record = recordOf(id)
  return {
    entity: ref(id),
    name: textIn(record.names, 'en'),
    kind: record.kind,
    count,
    ...(years.length > 0 && { years }),
  }
}

/** The worked example's page: who and what the press release of 27 February 2020 names. */
export const sampleMarks: PageMarks = {
  state: 'marked',
  date: ARTICLE_DATE,
  entities: [
    entity('sco-secretary-general', 3),
    entity('vladimir-norov', 6, 2011, 2015, 2017, 2018),
    entity('itu-secretary-general', 2),
    entity('itu', 8, 2007),
    entity('houlin-zhao', 2, 2007),
    entity('sco', 14, 2007, 2009, 2011, 2015, 2017),
    entity('sco-iis-agreement-2009', 1, 2009),
    entity('sco-rats', 1, 2018),
    entity('sco-summit-2019', 1, 2009),
    entity('un', 2, 2011, 2015, 2017),
    entity('code-of-conduct-2011', 3, 2011, 2015, 2017),
    entity('itu-ncs-guide', 1, 2007),
    entity('itu-gca', 1, 2007),
    entity('sco-secretariat', 1),
  ],
}
