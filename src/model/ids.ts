/** A bundle's name: kebab-case, at most 128 characters, for example `international-affairs`. */
export type BundleId = string & { readonly brand: 'BundleId' }

/** An entity's id within its bundle: kebab-case, at most 128 characters, for example `sco-secretary-general`. */
export type EntityId = string & { readonly brand: 'EntityId' }

/** A source's id within its bundle: kebab-case. */
export type SourceId = string & { readonly brand: 'SourceId' }

/** Names one entity across bundles: two bundles may use the same id for different things. */
export interface EntityRef {
  readonly bundle: BundleId
  readonly entity: EntityId
}

/** The shape of every id: kebab-case of a-z and 0-9, so that it is safe as a key, a file name and an address part. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The longest id that the record schema accepts, in UTF-16 units (docs/contracts.md). */
export const MAX_ID_LENGTH = 128

/** One string for a pair, usable as a Map key. A slash cannot occur in an id, so the key is unique. */
export const refKey = (ref: EntityRef): string => `${ref.bundle}/${ref.entity}`

/** The pair behind a key made by `refKey`. The key is trusted: it was made here. */
export function refFromKey(key: string): EntityRef {
  const slash = key.indexOf('/')
  return { bundle: key.slice(0, slash) as BundleId, entity: key.slice(slash + 1) as EntityId }
}
