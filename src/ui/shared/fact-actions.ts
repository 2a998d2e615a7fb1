import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { EntityRef } from '../../model/ids.ts'

/** What a reader can do with a fact besides reading it; what is absent is not offered. */
export interface FactActions {
  /** The entity that the facts are about, by its name. */
  readonly subject: string
  /** Puts a text on the clipboard; false where the browser or the page does not let it. */
  readonly copy?: (text: string) => Promise<boolean>
  /** Shows another entity in place of this one: on the card, which has no addresses to lead to. */
  readonly open?: (entity: EntityRef) => void
}

const Context = createContext<FactActions>({ subject: '' })

/** Says what can be done with the facts below it. */
export const FactActionsProvider = Context.Provider

export const useFactActions = (): FactActions => useContext(Context)
