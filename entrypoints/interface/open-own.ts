import { liveQuery } from 'dexie'
import { ask } from '../../src/messaging/client.ts'
import type { OwnLayer, OwnSubject } from '../../src/model/own-layer.ts'
import { asName } from '../../src/model/panel-request.ts'
import { type OwnDatabase, openOwnDatabase } from '../../src/storage/own-database.ts'
import { addOwnAlias, readOwnLayer, removeOwnAlias, saveNote } from '../../src/storage/own-layer-store.ts'
import type { NameProblem, Own } from '../../src/ui/own/own-context.ts'

/** The own layer behind an extension page, and a way to hear of its changes, wherever they are made. */
export interface OpenedOwn extends Pick<Own, 'saveNote' | 'addName' | 'removeName'> {
  readonly database: OwnDatabase
  /** Calls back now and after each change; gives a function that ends that. */
  readonly watch: (tell: (layer: OwnLayer) => void) => () => void
}

/** Opens the own layer; null where the browser does not give access to it. */
export async function openOwn(lang: string): Promise<OpenedOwn | null> {
  const opened = await openOwnDatabase()
  if (!opened.ok) {
    console.warn(opened.error)
    return null
  }
  const database = opened.value
  return {
    database,
    watch: (tell) => watch(database, tell),
    saveNote: async (subject, text) => {
      const { ok } = await saveNote(database, { ...plain(subject), text, writtenAt: now() })
      return ok
    },
    addName: (subject, text) => addName(database, subject, asName(text), lang),
    removeName: async (entity, text) => {
      const { ok } = await removeOwnAlias(database, entity, text)
      if (ok) tellBackground()
      return ok
    },
  }
}

async function addName(
  database: OwnDatabase,
  subject: OwnSubject,
  text: string,
  lang: string,
): Promise<NameProblem | null> {
  const problem = nameProblem(text)
  if (problem) return problem
  const added = await addOwnAlias(database, { ...plain(subject), text, lang: primary(lang), addedAt: now() })
  if (!added.ok) return added.error.code === 'too-many-names' ? 'too-many' : 'not-saved'
  tellBackground()
  return null
}

/** The background builds its index anew; open pages follow. */
export const tellBackground = (): void => void ask('own/changed', {})

function nameProblem(text: string): NameProblem | null {
  if (text.length > 200) return 'too-long'
  return (text.match(/\p{L}/gu)?.length ?? 0) < 2 ? 'too-short' : null
}

function watch(database: OwnDatabase, tell: (layer: OwnLayer) => void): () => void {
  const subscription = liveQuery(() => readOwnLayer(database)).subscribe({
    next: (own) => own.ok && tell(own.value),
    error: (cause) => console.warn(cause),
  })
  return () => subscription.unsubscribe()
}

const plain = ({ entity, name, kind }: OwnSubject): OwnSubject => ({ entity, name: name.slice(0, 200), kind })
const now = (): string => new Date().toISOString()
const primary = (lang: string): string => lang.split('-', 1)[0] ?? lang
