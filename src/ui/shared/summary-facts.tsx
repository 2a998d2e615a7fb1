import { HOLDER } from '../../facts/holders.ts'
import type { CardSummary, DatedFacts, FactView } from '../../model/card.ts'
import { useText } from '../i18n/text-context.ts'
import { termLabel } from '../i18n/translate.ts'
import { FactLine } from './fact-line.tsx'
import { FactTable } from './fact-table.tsx'
import { factPeriod } from './fact-text.ts'
import { FactValue } from './fact-value.tsx'
import { NearbyEvents } from './nearby-events.tsx'
import { ThenNow } from './then-now.tsx'

/** The property that says what reports get wrong: set apart, for it is what the reader must not miss. */
const CAUTION = 'caution'

interface SummaryFactsProps {
  readonly summary: CardSummary
  /** Today's facts are shown in place of those of the article's date. */
  readonly isNow: boolean
  readonly onSwitch: (now: boolean) => void
}

/** What held at the article's date, or holds now, in the order of weight: caution, holder, key facts, neighbouring events. */
export function SummaryFacts({ summary, isNow, onSwitch }: SummaryFactsProps) {
  const t = useText()
  const shown: DatedFacts = (isNow && summary.now) || summary
  const isHolder = (fact: FactView) => summary.kind === 'position' && fact.property === HOLDER
  const cautions = shown.facts.filter((fact) => fact.property === CAUTION)
  const holders = shown.facts.filter(isHolder)
  const others = shown.facts.filter((fact) => fact.property !== CAUTION && !isHolder(fact))
  const successors = isNow ? [] : successorsOf(holders, summary.now?.facts.filter(isHolder) ?? [])
  return (
    <>
      <ThenNow date={summary.asOf} isNow={isNow} onSwitch={onSwitch} />
      {cautions.map((caution) => (
        <div class="caution" key={caution.text}>
          <FactLine fact={undated(caution)} label={termLabel(t, 'property', CAUTION)} />
        </div>
      ))}
      {holders.map((holder) => (
        <Holder key={`${holder.text} ${holder.start}`} holder={holder} />
      ))}
      {successors.map((holder) => (
        <HolderNow key={`${holder.text} ${holder.start}`} holder={holder} />
      ))}
      {others.length > 0 && <FactTable facts={others} />}
      <NearbyEvents previous={shown.previousEvent} next={shown.nextEvent} />
    </>
  )
}

/** Since when a warning is in order tells a reader nothing. */
const undated = ({ start: _start, end: _end, ...fact }: FactView): FactView => fact

/** Who holds the position today, where it is somebody else. */
const successorsOf = (then: readonly FactView[], now: readonly FactView[]): readonly FactView[] =>
  now.filter((holder) => !then.some(({ text, start }) => text === holder.text && start === holder.start))

/** Whoever held the position then: what most readers open the card for, so it stands first and large. */
function Holder({ holder }: { readonly holder: FactView }) {
  const t = useText()
  return (
    <div class="holder">
      <FactLine fact={holder} label={termLabel(t, 'property', HOLDER)} />
    </div>
  )
}

/** In one line, so that the answer of then stays the first thing read. */
function HolderNow({ holder }: { readonly holder: FactView }) {
  const t = useText()
  return (
    <p class="holder-now">
      <span class="holder-now-label">{t('card.holder_now')}</span> <FactValue fact={holder} />{' '}
      <span class="period">{factPeriod(holder, t)}</span>
    </p>
  )
}
