import { sourceView } from '../../facts/views.ts'
import type { SourceView } from '../../model/card.ts'
import type { EntityRecord } from '../../model/entity.ts'
import { formatDate } from '../format/dates.ts'
import { safeAddress } from '../format/safe-link.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Section } from './section.tsx'

/** Every source that the entry cites, with the host that its link really leads to. */
export function SourceSection({ record }: { readonly record: EntityRecord }) {
  const t = useText()
  if (record.sources.length === 0) return null
  return (
    <Section title={t('entry.sources')}>
      <ol class="sources">
        {record.sources.map((source) => (
          <li key={source.id}>
            <SourceEntry source={sourceView(source)} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function SourceEntry({ source }: { readonly source: SourceView }) {
  const t = useText()
  const address = safeAddress(source.url)
  const title = <ForeignText text={source.title} />
  return (
    <>
      {address === null ? (
        title
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      )}
      <div class="fact-basis">
        <span>
          <ForeignText text={source.publisher} />
          {source.date !== undefined && `${t('list.comma')}${formatDate(source.date, t, 'short')}`}
        </span>
        <span class="host">{source.host}</span>
      </div>
    </>
  )
}
