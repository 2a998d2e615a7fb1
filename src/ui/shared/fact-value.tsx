import type { ComponentChildren } from 'preact'
import type { FactView } from '../../model/card.ts'
import type { EntityRef } from '../../model/ids.ts'
import { safeAddress } from '../format/safe-link.ts'
import { useText } from '../i18n/text-context.ts'
import { useEntityHref } from './entity-links.ts'
import { useFactActions } from './fact-actions.ts'
import { factText } from './fact-text.ts'
import { ForeignText } from './foreign-text.tsx'

interface EntityButtonProps {
  readonly entity: EntityRef
  readonly text: ComponentChildren
  readonly onOpen: (entity: EntityRef) => void
}

/** The name of an entity that is shown in place of this one. */
const EntityButton = ({ entity, text, onOpen }: EntityButtonProps) => (
  <button type="button" class="link-button" onClick={() => onOpen(entity)}>
    {text}
  </button>
)

/** A fact's value: the name of an entity leads to its entry, a web address to the web, all else is text. */
export function FactValue({ fact }: { readonly fact: FactView }) {
  const t = useText()
  const href = useEntityHref(fact.entity)
  const { open } = useFactActions()
  const address = safeAddress(fact.text)
  const text = <ForeignText text={factText(fact, t)} />
  if (href !== undefined) return <a href={href}>{text}</a>
  if (fact.entity && open) return <EntityButton entity={fact.entity} text={text} onOpen={open} />
  if (address === null) return text
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  )
}
