import type {
  Dossier,
  DossierEntity,
  DossierEvent,
  DossierFact,
  DossierHint,
} from '../../src/export/dossier.ts'
import type { TimelineItem } from '../../src/facts/timeline.ts'
import type { FactView } from '../../src/model/card.ts'
import { refKey } from '../../src/model/ids.ts'
import type { OwnNote } from '../../src/model/own-layer.ts'
import type { PageDossier } from '../../src/model/page-dossier.ts'
import { formatDate } from '../../src/ui/format/dates.ts'
import { visibleText } from '../../src/ui/format/safe-text.ts'
import { languageOf, type Translate, termLabel } from '../../src/ui/i18n/translate.ts'
import { hintSource, hintText } from '../../src/ui/panel/hint-list.tsx'
import type { ToldEntity } from '../../src/ui/panel/load-dossier.ts'
import { factPeriod, factText } from '../../src/ui/shared/fact-text.ts'
import { itemWhat, itemWhen } from '../../src/ui/timeline/item-text.ts'

/** What a dossier is made of. */
export interface DossierInput {
  readonly page: PageDossier
  readonly told: ReadonlyMap<string, ToldEntity>
  /** The page's timeline, in order. */
  readonly timeline: readonly TimelineItem[]
  readonly notes: readonly OwnNote[]
  /** ISO 8601 instant (UTC). */
  readonly exportedAt: string
  readonly t: Translate
}

/** The page's dossier in the reader's words, as plain data, in the order of first mention. */
export function composeDossier({ page, told, timeline, notes, exportedAt, t }: DossierInput): Dossier {
  const { url, title, date, hints, mentions } = page
  return {
    url,
    title,
    exportedAt,
    lang: languageOf(t),
    ...(date !== undefined && { date: { edtf: date, text: formatDate(date, t) } }),
    entities: entitiesOf(page, told, notes, t),
    events: timeline.map((item) => eventOf(item, t)),
    hints: hints.map(
      (hint): DossierHint => ({ text: visibleText(hintText(hint, t)), source: hintSource(hint, told) }),
    ),
    mentions,
    headings: {
      dated: date === undefined ? t('page.no_date') : visibleText(t('page.dated', [formatDate(date, t)])),
      timeline: t('entry.timeline'),
      hints: t('panel.hints'),
      note: t('own.title'),
    },
  }
}

function entitiesOf(
  { mentions }: PageDossier,
  told: ReadonlyMap<string, ToldEntity>,
  notes: readonly OwnNote[],
  t: Translate,
): DossierEntity[] {
  const counts = new Map<string, number>()
  for (const { entity } of mentions)
    if (entity) counts.set(refKey(entity), (counts.get(refKey(entity)) ?? 0) + 1)
  return [...counts].flatMap(([key, count]) => {
    const found = told.get(key)
    return found ? [entityOf(found, count, notes, t)] : []
  })
}

function entityOf(
  { record, summary }: ToldEntity,
  count: number,
  notes: readonly OwnNote[],
  t: Translate,
): DossierEntity {
  const key = refKey(summary.entity)
  return {
    entity: summary.entity,
    name: summary.name,
    kind: summary.kind,
    kindLabel: t(`kind.${summary.kind}`),
    description: summary.description,
    count,
    facts: summary.facts.map((fact) => factOf(fact, t)),
    identifiers: record.identifiers,
    note: notes.find(({ entity }) => refKey(entity) === key)?.text,
  }
}

const factOf = (fact: FactView, t: Translate): DossierFact => ({
  property: fact.property,
  label: fact.office ?? termLabel(t, 'property', fact.property),
  text: factText(fact, t),
  period: factPeriod(fact, t),
  start: fact.start,
  end: fact.end,
  confidence: fact.confidence,
  source: fact.source,
})

const eventOf = (item: TimelineItem, t: Translate): DossierEvent => ({
  date: item.kind === 'point' ? item.date : `${item.start ?? '..'}/${item.end ?? '..'}`,
  when: itemWhen(item, t),
  what: visibleText(itemWhat(item, t)),
  source: item.source,
})
