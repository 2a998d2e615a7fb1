import type { DatedFacts, RelatedView } from '../model/card.ts'
import { refKey } from '../model/ids.ts'
import type { RecordOf } from './head-facts.ts'
import { textIn } from './local-text.ts'
import type { Subject } from './views.ts'

/** Two lines of names: who wants all of them opens the entry. */
const MAX_RELATED = 8

/** The meetings of a body, or its members, would leave no room for all else. */
const MAX_OF_ONE_RELATION = 2

interface RelatingSubject extends Subject {
  readonly recordOf?: RecordOf
  readonly lang?: string
}

/** The entities that an entity is tied to, those that its facts name left out: each once, in the record's order. */
export function relatedViews(subject: RelatingSubject, shown: readonly DatedFacts[]): RelatedView[] {
  const { ref, record, recordOf, lang } = subject
  const seen = new Set(
    shown.flatMap(({ facts }) => facts.flatMap(({ entity }) => (entity ? refKey(entity) : []))),
  )
  const ofRelation = new Map<string, number>()
  const views: RelatedView[] = []
  for (const { relation, entity } of record.relations) {
    const other = { bundle: ref.bundle, entity }
    const found = recordOf?.(other)
    const count = ofRelation.get(relation) ?? 0
    if (!found || seen.has(refKey(other)) || count >= MAX_OF_ONE_RELATION) continue
    seen.add(refKey(other))
    ofRelation.set(relation, count + 1)
    views.push({ relation, entity: other, name: textIn(found.names, lang), kind: found.kind })
  }
  return views.slice(0, MAX_RELATED)
}
