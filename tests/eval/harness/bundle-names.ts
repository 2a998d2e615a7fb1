import type { AliasKind, EntityKind, EntityRecord } from '../../../src/model/entity.ts'
import { foldKey } from '../../../src/text/fold.ts'

/** By what sort of name a mention names its entity; `other` is a generic or an inflected form. */
export type Way = 'full' | 'acronym' | 'short' | 'surname' | 'version' | 'role' | 'other'

/** A name of the bundle, as its record gives it. */
export interface BundleName {
  readonly text: string
  readonly entity: string
}

/** What an evaluation needs to know of the bundle that it runs on. */
export interface BundleNames {
  readonly names: readonly BundleName[]
  /** Undefined where the bundle does not know the entity. */
  kindOf(entity: string): EntityKind | undefined
  wayOf(surface: string, entity: string): Way
}

/** Reads the names of a bundle from its records: nothing that the engine derives from them. */
export function bundleNames(records: readonly EntityRecord[]): BundleNames {
  const kinds = new Map(records.map(({ id, kind }) => [String(id), kind]))
  const named = records.flatMap(({ id, names, aliases }) => [
    ...names.map(({ text }) => ({ text, entity: String(id), kind: 'full' as AliasKind })),
    ...aliases.map(({ text, kind }) => ({ text, entity: String(id), kind })),
  ])
  const ways = new Map(
    named.map(({ text, entity, kind }) => [`${entity} ${foldKey(text)}`, wayOfAlias(kind)]),
  )
  const kindOf = (entity: string) => kinds.get(entity)
  return {
    names: named,
    kindOf,
    wayOf(surface, entity) {
      if (kindOf(entity) === 'position') return 'role'
      return ways.get(`${entity} ${foldKey(surface)}`) ?? (/^\d{4}\s/u.test(surface) ? 'version' : 'other')
    },
  }
}

const wayOfAlias = (kind: AliasKind): Way =>
  kind === 'acronym' || kind === 'surname' || kind === 'short' ? kind : 'full'
