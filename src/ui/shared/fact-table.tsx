import type { FactView } from '../../model/card.ts'
import { useText } from '../i18n/text-context.ts'
import { type Translate, termLabel } from '../i18n/translate.ts'
import { FactLine } from './fact-line.tsx'
import { ForeignText } from './foreign-text.tsx'

/** Facts with their labels beside them; those of one label stand under it together. */
export function FactTable({ facts }: { readonly facts: readonly FactView[] }) {
  const t = useText()
  const rows = [...Map.groupBy(facts, (fact) => factLabel(fact, t))]
  return (
    <dl class="facts">
      {rows.map(([label, members]) => (
        <div class="fact-row" key={label}>
          <dt>
            <ForeignText text={label} />
          </dt>
          {members.map((fact, index) => (
            <dd key={index}>
              <FactLine fact={fact} label={label} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** A holder shown on the card of what it leads bears the name of the office; other facts that of their property. */
const factLabel = (fact: FactView, t: Translate): string =>
  fact.office ?? termLabel(t, 'property', fact.property)
