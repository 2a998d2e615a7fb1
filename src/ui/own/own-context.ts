import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type EntityRef, refKey } from '../../model/ids.ts'
import type { OwnAlias, OwnLayer, OwnNote, OwnSubject } from '../../model/own-layer.ts'

/** Why a name was not kept. */
export type NameProblem = 'too-short' | 'too-long' | 'too-many' | 'not-saved'

/** The reader's own layer and what may be done with it. */
export interface Own {
  readonly layer: OwnLayer
  /** `unavailable`: the browser does not give access to it now. */
  readonly state: 'opening' | 'ready' | 'unavailable'
  /** Keeps a note; an empty text removes it. False where it could not be stored. */
  readonly saveNote: (subject: OwnSubject, text: string) => Promise<boolean>
  readonly addName: (subject: OwnSubject, text: string) => Promise<NameProblem | null>
  readonly removeName: (entity: EntityRef, text: string) => Promise<boolean>
}

/** Carries the own layer to every component below; null where there is none: then nothing of it is shown. */
export const OwnContext = createContext<Own | null>(null)

export const useOwn = (): Own | null => useContext(OwnContext)

/** The note on an entity. */
export const noteOn = ({ notes }: OwnLayer, entity: EntityRef): OwnNote | undefined =>
  notes.find((each) => refKey(each.entity) === refKey(entity))

/** The reader's names for an entity. */
export const namesOf = ({ aliases }: OwnLayer, entity: EntityRef): OwnAlias[] =>
  aliases.filter((each) => refKey(each.entity) === refKey(entity))
