import { refKey } from '../model/ids.ts'
import type { Mention } from '../model/mention.ts'
import type { Settings } from '../model/settings.ts'
import type { Mark } from './marks.ts'

/** What the reader wants to see of the marks of a page. */
export type MarkPreferences = Pick<Settings, 'density' | 'unmarkedKinds' | 'markStyle' | 'paintOwnNames'>

/**
 * The marks that are to be seen, of all in document order: those of the wanted kinds, one for each entity
 * in a section or on the page where the reader wants no more, and what is the reader's own only where it
 * was agreed that the page may see it (docs/threat-model.md). `sectionOf` tells sections apart.
 */
export function shownMarks(
  marks: readonly Mark[],
  preferences: MarkPreferences,
  sectionOf: (mark: Mark) => unknown,
): readonly Mark[] {
  const { density, unmarkedKinds, paintOwnNames } = preferences
  const kinds = new Set(unmarkedKinds)
  const allowed = marks.filter(
    ({ mention }) => !kinds.has(mention.type) && (paintOwnNames || mention.own !== true),
  )
  if (density === 'all') return allowed
  return firstOfEach(allowed, density === 'section' ? sectionOf : () => null)
}

function firstOfEach(marks: readonly Mark[], sectionOf: (mark: Mark) => unknown): readonly Mark[] {
  const seen = new Map<unknown, Set<string>>()
  return marks.filter((mark) => {
    const section = sectionOf(mark)
    const keys = seen.get(section) ?? new Set()
    seen.set(section, keys)
    const key = senseOf(mark.mention)
    if (keys.has(key)) return false
    keys.add(key)
    return true
  })
}

/** Whom a mention means; an ambiguous one means its senses together. */
const senseOf = ({ entity, candidates = [] }: Mention): string =>
  (entity === null ? candidates : [entity]).map(refKey).join(' ')
