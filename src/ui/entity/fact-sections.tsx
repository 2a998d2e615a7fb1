import { factGroups } from '../../facts/fact-groups.ts'
import type { Subject } from '../../facts/views.ts'
import { useText } from '../i18n/text-context.ts'
import { FactTable } from '../shared/fact-table.tsx'
import { Section } from './section.tsx'

/** All facts, by heading and property. */
export function FactSections({ subject }: { readonly subject: Subject }) {
  const t = useText()
  return (
    <>
      {factGroups(subject).map(({ group, properties }) => (
        <Section key={group} title={t(`group.${group}`)}>
          <FactTable facts={properties.flatMap(({ facts }) => facts)} />
        </Section>
      ))}
    </>
  )
}
