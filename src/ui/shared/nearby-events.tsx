import type { EventView } from '../../model/card.ts'
import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'
import { ConfidenceMark } from './confidence-mark.tsx'
import { CopyFact } from './copy-fact.tsx'
import { ForeignText } from './foreign-text.tsx'
import { SourceLink } from './source-link.tsx'

interface NearbyEventsProps {
  readonly previous: EventView | undefined
  readonly next: EventView | undefined
}

/** What happened last before the date, and what came next: the two neighbours on the timeline. */
export function NearbyEvents({ previous, next }: NearbyEventsProps) {
  const t = useText()
  if (!previous && !next) return null
  return (
    <ol class="nearby">
      {previous && <NearbyEvent label={t('card.previous_event')} event={previous} />}
      {next && <NearbyEvent label={t('card.next_event')} event={next} />}
    </ol>
  )
}

function NearbyEvent({ label, event }: { readonly label: string; readonly event: EventView }) {
  const t = useText()
  return (
    <li class="nearby-event">
      <div class="nearby-when">
        <span class="nearby-label">{label}</span> {formatDate(event.date, t, 'short')}
      </div>
      <div>
        <ForeignText text={event.title} /> <ConfidenceMark confidence={event.confidence} />
      </div>
      <div class="fact-basis">
        <SourceLink source={event.source} />
      </div>
      <CopyFact
        cited={{ label: formatDate(event.date, t), fact: { text: event.title, source: event.source } }}
      />
    </li>
  )
}
