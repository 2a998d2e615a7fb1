import type { SourceView } from '../../model/card.ts'
import { formatDate } from '../format/dates.ts'
import { safeAddress } from '../format/safe-link.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from './foreign-text.tsx'
import { Icon } from './icon.tsx'

/** Publisher and date of a source, leading to it in a new tab. The tooltip names the title and the real host. */
export function SourceLink({ source }: { readonly source: SourceView }) {
  const t = useText()
  const address = safeAddress(source.url)
  const text = <SourceText source={source} />
  if (address === null) return <span class="source">{text}</span>
  const explanation = t('source.opens', [isolated(source.title), isolated(source.host)])
  return (
    <a class="source" href={address} target="_blank" rel="noopener noreferrer" title={explanation}>
      {text}
      <Icon name="external" />
    </a>
  )
}

function SourceText({ source }: { readonly source: SourceView }) {
  const t = useText()
  return (
    <span>
      <ForeignText text={source.publisher} />
      {source.date !== undefined && `${t('list.comma')}${formatDate(source.date, t, 'short')}`}
    </span>
  )
}
