import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Translate } from './translate.ts'

/** Carries the catalogue to every component below; the entry components (card, popup, welcome) provide it. */
export const TextContext = createContext<Translate | null>(null)

/** The catalogue in use. Throws outside of a provider: that is a mistake in the code, not a state. */
export function useText(): Translate {
  const t = useContext(TextContext)
  if (t === null) throw new Error('no TextContext above this component')
  return t
}
