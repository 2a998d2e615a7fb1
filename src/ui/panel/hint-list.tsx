import { sourceView } from '../../facts/views.ts'
import type { SourceView } from '../../model/card.ts'
import { formatEntryLink } from '../../model/entry-link.ts'
import { refKey } from '../../model/ids.ts'
import type { QuotedHint } from '../../model/page-dossier.ts'
import { formatDate } from '../format/dates.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import type { Translate } from '../i18n/translate.ts'
import { SourceLink } from '../shared/source-link.tsx'
import type { ToldEntity } from './load-dossier.ts'

interface HintListProps {
  readonly hints: readonly QuotedHint[]
  readonly told: ReadonlyMap<string, ToldEntity>
}

/** Where the text ties something to a date that the facts contradict: quiet, with the source. */
export function HintList({ hints, told }: HintListProps) {
  const t = useText()
  return (
    <ul class="hints">
      {hints.map((hint) => {
        const source = hintSource(hint, told)
        return (
          <li key={JSON.stringify(hint)} class="hint">
            <a href={formatEntryLink({ entity: hint.entity })}>{hintText(hint, t)}</a>
            {source && (
              <div class="fact-basis">
                <SourceLink source={source} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A hint in words. */
export const hintText = ({ exact, textSays, bundleSays }: QuotedHint, t: Translate): string =>
  t('panel.hint', [isolated(exact.replace(/\s+/g, ' ')), formatDate(textSays, t), formatDate(bundleSays, t)])

/** The source that the facts cite for the date, where it is known. */
export function hintSource(
  { entity, source }: QuotedHint,
  told: ReadonlyMap<string, ToldEntity>,
): SourceView | undefined {
  const found = told.get(refKey(entity))?.record.sources.find(({ id }) => id === source)
  return found && sourceView(found)
}
