import type { EntityKind } from '../../model/entity.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from './icon.tsx'

interface KindLabelProps {
  readonly kind: EntityKind
  /** As the heading of several. */
  readonly plural?: boolean
}

/** What an entity is, thrice: in colour, in shape and in a word. */
export function KindLabel({ kind, plural = false }: KindLabelProps) {
  const t = useText()
  return (
    <span class="kind" data-kind={kind}>
      <Icon name={kind} />
      {plural ? t(`kinds.${kind}`) : t(`kind.${kind}`)}
    </span>
  )
}
