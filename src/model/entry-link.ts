import { type BundleId, type EntityId, type EntityRef, ID_PATTERN, MAX_ID_LENGTH } from './ids.ts'
import { spanOf } from './partial-date.ts'

/** Names the entry of an entity within an extension page, as of an EDTF date where there is one. */
export interface EntryLink {
  readonly entity: EntityRef
  readonly date?: string
}

const PATTERN = /^#\/entity\/([^/?]+)\/([^/?]+)(?:\?date=([^&]*))?$/

/** The address part of an entry: `#/entity/international-affairs/sco?date=2020-02-27`. A date that cannot be read is left out. */
export function formatEntryLink({ entity, date }: EntryLink): string {
  const query = spanOf(date) === undefined || date === undefined ? '' : `?date=${encodeURIComponent(date)}`
  return `#/entity/${entity.bundle}/${entity.entity}${query}`
}

/** Reads an entry's address; undefined where it is none. A date that cannot be read is left out. */
export function parseEntryLink(hash: string): EntryLink | undefined {
  const [, bundle = '', id = '', dateText] = PATTERN.exec(hash) ?? []
  if (!isId(bundle) || !isId(id)) return undefined
  const date = decoded(dateText)
  const entity = { bundle: bundle as BundleId, entity: id as EntityId }
  return { entity, ...(date !== undefined && spanOf(date) && { date }) }
}

const isId = (text: string): boolean => text.length <= MAX_ID_LENGTH && ID_PATTERN.test(text)

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}
