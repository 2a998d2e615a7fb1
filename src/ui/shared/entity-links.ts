import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { EntityRef } from '../../model/ids.ts'

/** Where the entry of an entity can be opened, or undefined where there is none to open. */
export type EntityHref = (entity: EntityRef) => string | undefined

/** Turns the names of entities into links in an extension page; on the card, which leads nowhere, there is none. */
export const EntityLinks = createContext<EntityHref>(() => undefined)

/** The address of an entity's entry here. */
export function useEntityHref(entity: EntityRef | undefined): string | undefined {
  const hrefOf = useContext(EntityLinks)
  return entity && hrefOf(entity)
}
