import type { FactView } from '../../model/card.ts'
import { safeAddress } from '../format/safe-link.ts'
import { useText } from '../i18n/text-context.ts'
import { useEntityHref } from './entity-links.ts'
import { factText } from './fact-text.ts'
import { ForeignText } from './foreign-text.tsx'

/** A fact's value: the name of an entity leads to its entry, a web address to the web, all else is text. */
export function FactValue({ fact }: { readonly fact: FactView }) {
  const t = useText()
  const href = useEntityHref(fact.entity)
  const address = safeAddress(fact.text)
  const text = <ForeignText text={factText(fact, t)} />
  if (href !== undefined) return <a href={href}>{text}</a>
  if (address === null) return text
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  )
}
