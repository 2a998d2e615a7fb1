import type { EntityKind } from '../../model/entity.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'

interface KindFilterProps {
  readonly kinds: readonly EntityKind[]
  readonly hidden: ReadonlySet<EntityKind>
  readonly onChange: (hidden: ReadonlySet<EntityKind>) => void
}

/** Shows and hides what the entities of a kind bring. */
export function KindFilter({ kinds, hidden, onChange }: KindFilterProps) {
  const t = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips in both browsers
    <div class="chips" role="group" aria-label={t('timeline.filter')}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          data-kind={kind}
          aria-pressed={!hidden.has(kind)}
          onClick={() => onChange(toggled(hidden, kind))}
        >
          <Icon name={kind} />
          {t(`kinds.${kind}`)}
        </button>
      ))}
    </div>
  )
}

function toggled(hidden: ReadonlySet<EntityKind>, kind: EntityKind): ReadonlySet<EntityKind> {
  const next = new Set(hidden)
  if (!next.delete(kind)) next.add(kind)
  return next
}
