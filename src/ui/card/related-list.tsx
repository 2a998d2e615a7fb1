import type { RelatedView } from '../../model/card.ts'
import { type EntityRef, refKey } from '../../model/ids.ts'
import { useText } from '../i18n/text-context.ts'
import { termLabel } from '../i18n/translate.ts'
import { EntityChip } from '../shared/entity-chip.tsx'

interface RelatedListProps {
  readonly related: readonly RelatedView[]
  readonly onOpen: (entity: EntityRef) => void
}

/** The entities that this one is tied to: each opens in its place. */
export function RelatedList({ related, onOpen }: RelatedListProps) {
  const t = useText()
  if (related.length === 0) return null
  return (
    <div class="related-list">
      <h3 class="related-title">{t('entry.relations')}</h3>
      <ul class="entity-chips">
        {related.map(({ entity, relation, name, kind }) => (
          <li key={refKey(entity)}>
            <EntityChip
              {...{ kind, name }}
              says={termLabel(t, 'relation', relation)}
              onOpen={() => onOpen(entity)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
