import type { EntityKind } from '../../model/entity.ts'
import { visibleText } from '../format/safe-text.ts'
import { ForeignText } from './foreign-text.tsx'
import { Icon } from './icon.tsx'

interface EntityChipProps {
  readonly kind: EntityKind
  readonly name: string
  /** What the tooltip says before the name, which may be longer than its chip. */
  readonly says?: string
  /** Where it leads, in an extension page. */
  readonly href?: string
  /** What it does, on the card, which leads nowhere. */
  readonly onOpen?: () => void
}

/** The name of an entity in a row of them. */
export function EntityChip({ kind, name, says, href, onOpen }: EntityChipProps) {
  const title = [...(says === undefined ? [] : [says]), visibleText(name)].join(': ')
  const content = (
    <>
      <Icon name={kind} />
      <ForeignText text={name} />
    </>
  )
  if (href !== undefined)
    return (
      <a class="entity-chip" data-kind={kind} title={title} href={href}>
        {content}
      </a>
    )
  return (
    <button type="button" class="entity-chip" data-kind={kind} title={title} onClick={onOpen}>
      {content}
    </button>
  )
}
