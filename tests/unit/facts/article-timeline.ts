import { readFile } from 'node:fs/promises'
import { knowledgeOf } from '../../../src/cli/annotate/load-knowledge.ts'
import type { PageSubject } from '../../../src/facts/page-subject.ts'
import { pageTimeline } from '../../../src/facts/page-timeline.ts'
import type { TimelineItem } from '../../../src/facts/timeline.ts'
import { recognise } from '../../../src/linking/recognise.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleId, EntityRef } from '../../../src/model/ids.ts'
import { yearsIn } from '../../../src/text/years.ts'

const SAMPLE = new URL('../../fixtures/sample-article/index.html', import.meta.url)

/** The paragraphs of the sample article, as its readers see them. */
export async function sampleParagraphs(): Promise<string[]> {
  const html = await readFile(SAMPLE, 'utf8')
  const paragraphs = [...html.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, inner = '']) => inner)
  return paragraphs.map((each) =>
    each
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

/** The timeline of an article: recognised, dated and laid out by the same code as on a page. */
export async function timelineOfArticle(
  records: ReadonlyMap<string, EntityRecord>,
  paragraphs: readonly string[],
  date: string,
): Promise<readonly TimelineItem[]> {
  const bundle = 'international-affairs' as BundleId
  const knowledge = knowledgeOf({ bundle, records: [...records.values()] })
  if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
  const blocks = paragraphs.map((text) => ({ text }))
  const { blocks: found } = await recognise({ blocks, lang: 'en', date }, knowledge.value)
  const recordOf = ({ entity }: EntityRef) => records.get(entity)
  const subjects = new Map<string, PageSubject>()
  for (const [at, { mentions }] of found.entries())
    for (const { entity } of mentions) {
      const record = entity && recordOf(entity)
      if (!record) continue
      const { count = 0, years = [] } = subjects.get(record.id) ?? {}
      subjects.set(record.id, {
        ref: { bundle, entity: record.id },
        record,
        labelOf: (ref) => recordOf(ref)?.names[0]?.text,
        count: count + 1,
        years: [...years, ...yearsIn(paragraphs[at] ?? '')],
      })
    }
  return pageTimeline({ subjects: [...subjects.values()], recordOf, asOf: date })
}
