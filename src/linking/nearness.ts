import type { EntityRecord } from '../model/entity.ts'
import type { BundleId } from '../model/ids.ts'
import { refKey } from '../model/ids.ts'
import { HUB_FACTOR, HUB_RELATIONS, NEARNESS } from './weights.ts'

type Nearness = keyof typeof NEARNESS

const terms = (nearness: Nearness, ids: string): [string, Nearness][] =>
  ids.split(' ').map((id) => [id, nearness])

/** How near relations and properties of the vocabulary bring two entities; those not named here are `linked`. */
const NEARNESS_OF: ReadonlyMap<string, Nearness> = new Map([
  ...terms(
    'close',
    'of office head part-of has-body within instrument event-of event parent body secretariat',
  ),
  ...terms(
    'close',
    'published-by publication publisher founds founding-document supplements supplemented-by',
  ),
  ...terms('official', 'official-of official holder position-held chair took-part-in participant'),
  ...terms('loose', 'agency-of agency member-of member party-to party observer partner related contributor'),
  ...terms('loose', 'contributed-to endorsed-by endorsed endorser nationality organiser'),
  ...terms(
    'place',
    'seat seat-of venue venue-of headquarters founded-in signed-in adopted-in place country capital',
  ),
  ...terms('place', 'born-in chair-country'),
])

/** The entities that a record relates to, by `refKey`, with the strongest nearness of each. */
export function nearnessOf(record: EntityRecord, bundle: BundleId): Map<string, number> {
  const links = [
    ...record.relations.map(({ relation, entity }) => ({ term: relation, entity })),
    ...record.statements.map(({ property, entity }) => ({ term: property, entity })),
  ]
  const near = new Map<string, number>()
  for (const { term, entity } of links) {
    if (entity === undefined) continue
    const key = refKey({ bundle, entity })
    near.set(key, Math.max(near.get(key) ?? 0, NEARNESS[NEARNESS_OF.get(term) ?? 'linked']))
  }
  return near.size > HUB_RELATIONS ? damped(near) : near
}

/** "Some official of the UN is on the page" fits many pages: a hub's own links say less. */
const damped = (near: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...near].map(([key, nearness]) => [key, nearness * HUB_FACTOR]))
