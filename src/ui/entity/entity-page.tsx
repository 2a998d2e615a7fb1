import { useState } from 'preact/hooks'
import { cardSummary } from '../../facts/card-summary.ts'
import { timelineOf } from '../../facts/timeline.ts'
import { formatEntryLink } from '../../model/entry-link.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { OwnSection } from '../own/own-section.tsx'
import { type EntityHref, EntityLinks } from '../shared/entity-links.ts'
import { FactActionsProvider } from '../shared/fact-actions.ts'
import { SummaryFacts } from '../shared/summary-facts.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { BundleLine } from './bundle-line.tsx'
import { EntityHead } from './entity-head.tsx'
import { FactSections } from './fact-sections.tsx'
import { Identifiers } from './identifiers.tsx'
import type { Entry } from './load-entry.ts'
import { RelationSection } from './relation-section.tsx'
import { Section } from './section.tsx'
import { SourceSection } from './source-section.tsx'

export interface EntityPageProps {
  readonly entry: Entry
  readonly date: string | undefined
  readonly today: string
}

/** All that is known of an entity: first what held at the date, then everything, by heading. */
export function EntityPage({ entry, date, today }: EntityPageProps) {
  const t = useText()
  const [isNow, showNow] = useState(false)
  const asOf = date === undefined ? {} : { asOf: date }
  const summary = cardSummary({
    ...entry,
    ...asOf,
    now: today,
    lang: languageOf(t),
    bundleTitle: entry.bundle?.title ?? '',
  })
  const hrefOf: EntityHref = (entity) =>
    entry.labelOf(entity) === undefined
      ? undefined
      : formatEntryLink({ entity, ...(date !== undefined && { date }) })
  return (
    <EntityLinks.Provider value={hrefOf}>
      <FactActionsProvider value={{ subject: summary.name, copy: copyText }}>
        <article class="entity" data-kind={entry.record.kind}>
          <EntityHead record={entry.record} name={summary.name} description={summary.description} />
          <section class="glance measured" aria-label={t('entry.glance')}>
            <SummaryFacts summary={summary} isNow={isNow} onSwitch={showNow} />
          </section>
          <OwnSection subject={{ entity: entry.ref, name: summary.name, kind: entry.record.kind }} />
          <Section title={t('entry.timeline')}>
            <Timeline items={timelineOf(entry)} today={today} {...(!isNow && asOf)} />
          </Section>
          <FactSections subject={entry} />
          <RelationSection subject={entry} />
          <SourceSection record={entry.record} />
          <Identifiers identifiers={entry.record.identifiers} />
          <BundleLine bundle={entry.bundle} />
        </article>
      </FactActionsProvider>
    </EntityLinks.Provider>
  )
}

/** Within a page of the extension the browser refuses only where the window has lost the focus. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
