import type { Staleness } from '../../model/freshness.ts'
import { formatInstantDay } from '../format/instants.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from './icon.tsx'

/** A warning in one line that what is shown may be out of date, and since when. */
export function StaleLine({ staleness }: { readonly staleness: Staleness | undefined }) {
  const t = useText()
  if (!staleness) return null
  const key = staleness.kind === 'old' ? 'card.old' : 'card.unconfirmed'
  return (
    <p class="stale-line">
      <Icon name="alert" />
      <span>{t(key, [formatInstantDay(staleness.since, t)])}</span>
    </p>
  )
}
