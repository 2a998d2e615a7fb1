import type { Subject } from '../../facts/views.ts'
import type { Relation } from '../../model/entity.ts'
import { useText } from '../i18n/text-context.ts'
import { termLabel } from '../i18n/translate.ts'
import { useEntityHref } from '../shared/entity-links.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Section } from './section.tsx'

/** The entities that it is tied to, by the kind of tie, each leading to its entry. */
export function RelationSection({ subject }: { readonly subject: Subject }) {
  const t = useText()
  const groups = [...Map.groupBy(subject.record.relations, ({ relation }) => relation)]
  if (groups.length === 0) return null
  return (
    <Section title={t('entry.relations')}>
      <dl class="facts">
        {groups.map(([relation, members]) => (
          <div class="fact-row" key={relation}>
            <dt>{termLabel(t, 'relation', relation)}</dt>
            <dd>
              <ul class="related">
                {members.map((member) => (
                  <li key={member.entity}>
                    <RelatedEntity subject={subject} entity={member.entity} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

interface RelatedEntityProps {
  readonly subject: Subject
  readonly entity: Relation['entity']
}

function RelatedEntity({ subject, entity }: RelatedEntityProps) {
  const ref = { bundle: subject.ref.bundle, entity }
  const href = useEntityHref(ref)
  const name = <ForeignText text={subject.labelOf(ref) ?? entity} />
  return href === undefined ? name : <a href={href}>{name}</a>
}
