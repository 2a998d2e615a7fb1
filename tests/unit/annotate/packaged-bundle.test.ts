import { beforeAll, describe, expect, test } from 'vitest'
import { type Annotation, annotateText } from '../../../src/cli/annotate/annotate-text.ts'
import { loadKnowledge } from '../../../src/cli/annotate/load-knowledge.ts'

// A report of our own on the meeting that the packaged bundle was first made for, slips of the original included.
const REPORT = `SCO Secretary-General Vladimir Norov received the Secretary-General of the International
Telecommunication Union (ITU), Houlin Zhao, in Beijing on Thursday.

Norov praised the ITU for its standards and said that the SCO had worked on information security for years:
in 2009 its members signed an Agreement on Ensuring Information Technology. The Regional Anti-Terrorist
Structure of the SCO alone had closed thousands of sites. In June 2009 the SCO Summit in Bishkek approved the
Concept of SCO member states cooperating in digitalisation and information and communication technologies; the
Concept wants to close the digital gap.

As early as 2011, he recalled, at the UN General Assembly, SCO states put forward a Code of Conduct for
Information Security, adopted in 2015 as a UN paper. The Code is about peace. In turn Zhao Houlin spoke of the
ITU's 2007 Global Cybersecurity Agenda and of a Guide to Developing a National Cybersecurity Strategy. The ITU
Secretary-General invited the SCO Secretariat to come. Zhao then left.`

const EXPECTED = [
  ['SCO Secretary-General', 'sco-secretary-general', 'vladimir-norov'],
  ['Vladimir Norov', 'vladimir-norov'],
  ['Secretary-General of the International\nTelecommunication Union', 'itu-secretary-general', 'houlin-zhao'],
  ['ITU', 'itu'],
  ['Houlin Zhao', 'houlin-zhao'],
  ['Norov', 'vladimir-norov'],
  ['ITU', 'itu'],
  ['SCO', 'sco'],
  ['Agreement on Ensuring Information Technology', 'sco-iis-agreement-2009'],
  ['Regional Anti-Terrorist\nStructure of the SCO', 'sco-rats'],
  ['SCO Summit in Bishkek', 'sco-summit-2019'],
  [
    'Concept of SCO member states cooperating in digitalisation and information and communication technologies',
    'sco-digital-concept-2019',
  ],
  ['Concept', 'sco-digital-concept-2019'],
  ['UN General Assembly', 'unga'],
  ['SCO', 'sco'],
  ['Code of Conduct for\nInformation Security', 'code-of-conduct-2011'],
  ['UN', 'un'],
  ['Code', 'code-of-conduct-2011'],
  ['Zhao Houlin', 'houlin-zhao'],
  ['ITU', 'itu'],
  ['Global Cybersecurity Agenda', 'itu-gca'],
  ['Guide to Developing a National Cybersecurity Strategy', 'itu-ncs-guide'],
  ['ITU\nSecretary-General', 'itu-secretary-general', 'houlin-zhao'],
  ['SCO Secretariat', 'sco-secretariat'],
  ['Zhao', 'houlin-zhao'],
]

describe('a report, with the packaged bundle', () => {
  let annotation: Annotation
  beforeAll(async () => {
    const knowledge = await loadKnowledge(undefined)
    if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
    annotation = await annotateText({ id: 'report', date: '2020-02-27', text: REPORT }, knowledge.value)
  })

  test('every name is found, nothing else is marked, and offices have their holder at the date', () => {
    const found = annotation.mentions.map(({ surface, entity, holder }) => [
      surface,
      entity,
      ...(holder ? [holder] : []),
    ])
    expect(found).toEqual(EXPECTED)
  })

  test('the wrong date of the summit is the one hint', () => {
    expect(annotation.hints).toMatchObject([{ entity: 'sco-summit-2019', textSays: 'June 2009' }])
    const [hint] = annotation.hints ?? []
    expect(hint?.bundleSays).toMatch(/^2019-06/)
    expect(REPORT.slice(hint?.start, hint?.end)).toBe('June 2009 the SCO Summit in Bishkek')
  })
})
