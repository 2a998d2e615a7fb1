import { type EntityRef, refKey } from './ids.ts'

/** As many as a reader takes in at a glance. */
const MOST_RECENT = 8

/** The look-ups with one more at their head; whoever is looked up again moves up. */
export const withRecent = (recent: readonly EntityRef[], entity: EntityRef): EntityRef[] =>
  [entity, ...recent.filter((each) => refKey(each) !== refKey(entity))].slice(0, MOST_RECENT)
