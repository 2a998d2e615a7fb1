import type { Identifier } from '../../model/entity.ts'
import { visibleText } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { termLabel } from '../i18n/translate.ts'
import { Section } from './section.tsx'

/** Where the entries of a catalogue are found. A catalogue that is not listed shows its number only. */
const CATALOGUES: Record<string, (value: string) => string> = {
  wikidata: (value) => `https://www.wikidata.org/wiki/${encodeURIComponent(value)}`,
}

/** The entity's names in other catalogues. */
export function Identifiers({ identifiers }: { readonly identifiers: readonly Identifier[] }) {
  const t = useText()
  if (identifiers.length === 0) return null
  return (
    <Section title={t('entry.identifiers')}>
      <dl class="facts">
        {identifiers.map(({ scheme, value }) => (
          <div class="fact-row" key={`${scheme} ${value}`}>
            <dt>{termLabel(t, 'scheme', scheme)}</dt>
            <dd>
              <IdentifierValue scheme={scheme} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function IdentifierValue({ scheme, value }: Identifier) {
  const addressOf = CATALOGUES[scheme]
  if (!addressOf) return <>{visibleText(value)}</>
  return (
    <a href={addressOf(value)} target="_blank" rel="noopener noreferrer">
      {visibleText(value)}
    </a>
  )
}
