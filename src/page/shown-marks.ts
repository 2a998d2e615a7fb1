import { refKey } from '../model/ids.ts'
import type { Sense } from '../model/packed-recognition.ts'
import type { Settings } from '../model/settings.ts'
import type { Mark } from './marked-block.ts'

/** What the reader wants to see of the marks of a page. */
export type MarkPreferences = Pick<
  Settings,
  'density' | 'unmarkedKinds' | 'markStyle' | 'paintOwnNames' | 'privateBundles'
>

/**
 * A test for marks, to be asked of each in document order, whether it is to be seen: one of the wanted kinds, the
 * first one for its entity in a section or on the page where the reader wants no more, and what is private only
 * where it was agreed that the page may see it (docs/threat-model.md). `sectionOf` tells sections apart.
 */
export function showing(
  preferences: MarkPreferences,
  sectionOf: (mark: Mark) => unknown,
): (mark: Mark) => boolean {
  const isAllowed = allowing(preferences)
  const { density } = preferences
  if (density === 'all') return isAllowed
  const isFirst = createFirsts(density === 'section' ? sectionOf : () => null)
  return (mark) => isAllowed(mark) && isFirst(mark)
}

/** A test whether a mark may be seen at all, beside which other ones it ever stands. */
export function allowing(preferences: MarkPreferences): (mark: Mark) => boolean {
  const kinds = new Set(preferences.unmarkedKinds)
  const isPrivate = keptPrivate(preferences)
  return (mark) => !kinds.has(mark.sense.type) && (preferences.paintOwnNames || !isPrivate(mark))
}

/** A test whether a mark is there by what only the reader has: a name of their own, or a bundle that they keep private. */
export function keptPrivate({ privateBundles }: MarkPreferences): (mark: Mark) => boolean {
  const bundles = new Set(privateBundles)
  return ({ sense: { own, entity, candidates = [] } }) => {
    if (own === true || bundles.size === 0) return own === true
    const senses = entity === null ? candidates : [entity]
    return senses.every(({ bundle }) => bundles.has(bundle))
  }
}

function createFirsts(sectionOf: (mark: Mark) => unknown): (mark: Mark) => boolean {
  const seen = new Map<unknown, Set<string>>()
  return (mark) => {
    const section = sectionOf(mark)
    const keys = seen.get(section) ?? new Set()
    seen.set(section, keys)
    const key = senseOf(mark.sense)
    if (keys.has(key)) return false
    keys.add(key)
    return true
  }
}

/** Whom a mention means; an ambiguous one means its senses together. */
const senseOf = ({ entity, candidates = [] }: Sense): string =>
  (entity === null ? candidates : [entity]).map(refKey).join(' ')
