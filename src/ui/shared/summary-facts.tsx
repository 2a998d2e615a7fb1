import type { ComponentChildren } from 'preact'
import { HOLDER } from '../../facts/holders.ts'
import type { CardSummary, FactView } from '../../model/card.ts'
import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'
import { FactLine } from './fact-line.tsx'
import { FactTable } from './fact-table.tsx'
import { NearbyEvents } from './nearby-events.tsx'

/** The property that says what reports get wrong: set apart, for it is what the reader must not miss. */
const CAUTION = 'caution'

interface SummaryFactsProps {
  readonly summary: CardSummary
  /** Stands beside the date: a switch to another one. */
  readonly dateSwitch?: ComponentChildren
}

/** What held at the article's date, in the order of weight: caution, holder, key facts, neighbouring events. */
export function SummaryFacts({ summary, dateSwitch }: SummaryFactsProps) {
  const isHolder = (fact: FactView) => summary.kind === 'position' && fact.property === HOLDER
  const cautions = summary.facts.filter((fact) => fact.property === CAUTION)
  const holders = summary.facts.filter(isHolder)
  const others = summary.facts.filter((fact) => fact.property !== CAUTION && !isHolder(fact))
  return (
    <>
      <div class="as-of">
        <AsOf date={summary.asOf} />
        {dateSwitch}
      </div>
      {cautions.map((caution) => (
        <div class="caution" key={caution.text}>
          <FactLine fact={undated(caution)} />
        </div>
      ))}
      {holders.map((holder) => (
        <Holder key={`${holder.text} ${holder.start}`} holder={holder} />
      ))}
      {others.length > 0 && <FactTable facts={others} />}
      <NearbyEvents previous={summary.previousEvent} next={summary.nextEvent} />
    </>
  )
}

/** Since when a warning is in order tells a reader nothing. */
const undated = ({ start: _start, end: _end, ...fact }: FactView): FactView => fact

function AsOf({ date }: { readonly date: string | undefined }) {
  const t = useText()
  if (date !== undefined) return <p>{t('card.as_of', [formatDate(date, t, 'short')])}</p>
  return <p title={t('card.as_of_today_why')}>{t('card.as_of_today')}</p>
}

/** Whoever held the position then: what most readers open the card for, so it stands first and large. */
function Holder({ holder }: { readonly holder: FactView }) {
  return (
    <div class="holder">
      <FactLine fact={holder} />
    </div>
  )
}
